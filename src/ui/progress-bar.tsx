import styles from './progress-bar.module.css';

/** How far something is; `value` from 0 to 1. */
export const ProgressBar = ({ label, value }: { readonly label: string; readonly value: number }) => {
  const percent = Math.round(Math.max(0, Math.min(1, value)) * 100);
  return (
    <div
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
      className={styles.track}
    >
      <div className={styles.fill} style={{ transform: `translateX(${percent - 100}%)` }} />
    </div>
  );
};
