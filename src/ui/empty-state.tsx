import type { ReactNode } from 'react';
import styles from './empty-state.module.css';

interface EmptyStateProps {
  readonly icon: ReactNode;
  readonly title: string;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}

/** What stands where there is nothing yet: what belongs here, and how it gets here. */
export const EmptyState = ({ icon, title, children, actions }: EmptyStateProps) => (
  <div className={styles.empty}>
    <div className={styles.picture}>{icon}</div>
    <h2 className={styles.title}>{title}</h2>
    {children === undefined ? null : <p className={styles.text}>{children}</p>}
    {actions === undefined ? null : <div className={styles.actions}>{actions}</div>}
  </div>
);
