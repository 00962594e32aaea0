import { type ReactNode, useId } from 'react';
import { classNames } from './class-names.ts';
import styles from './page.module.css';

interface PageProps {
  readonly title: string;
  /** The way back, before the title. */
  readonly back?: ReactNode;
  /** For what stands side by side. */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** A page of its own, in one column: settings, help, not found. */
export const Page = ({ title, back, wide = false, children }: PageProps) => (
  <main id="main" tabIndex={-1} className={styles.page}>
    <div className={classNames(styles.column, wide && styles.wide)}>
      <div className={styles.header}>
        {back}
        <h1 className={styles.title}>{title}</h1>
      </div>
      {children}
    </div>
  </main>
);

/** A titled card on a page. */
export const PageSection = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      <div className={styles.card}>{children}</div>
    </section>
  );
};
