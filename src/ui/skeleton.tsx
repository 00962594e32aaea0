import styles from './skeleton.module.css';

/** A bar where a line of text will be; `width` in CSS units. */
export const Skeleton = ({ width }: { readonly width: string }) => (
  <span className={styles.bar} style={{ width }} aria-hidden="true" />
);
