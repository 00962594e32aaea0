import styles from './details.module.css';

/** The original words of an error, folded away. */
export const Details = ({ children }: { readonly children: string }) => (
  <details className={styles.details}>
    <summary>Details</summary>
    <pre>{children}</pre>
  </details>
);
