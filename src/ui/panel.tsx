import { type ReactNode, type Ref, useId } from 'react';
import styles from './panel.module.css';

interface PanelProps {
  readonly ref?: Ref<HTMLElement>;
  readonly title: string;
  readonly children: ReactNode;
}

/** What stands under a note's text, with a line between them. */
export const Panel = ({ ref, title, children }: PanelProps) => {
  const heading = useId();
  return (
    <section ref={ref} className={styles.panel} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {title}
      </h3>
      {children}
    </section>
  );
};
