import styles from './meter.module.css';

interface MeterProps {
  readonly label: string;
  readonly value: number;
  /** More than 0. */
  readonly most: number;
  /** The value in words. */
  readonly text: string;
}

/** How much there is of what there may be. */
export const Meter = ({ label, value, most, text }: MeterProps) => (
  // biome-ignore lint/a11y/useSemanticElements: browsers do not let the native one be drawn alike
  <div
    role="meter"
    aria-label={label}
    aria-valuemin={0}
    aria-valuemax={most}
    aria-valuenow={Math.min(value, most)}
    aria-valuetext={text}
    className={styles.track}
  >
    <div className={styles.fill} style={{ width: `${Math.min(100, (value / most) * 100)}%` }} />
  </div>
);
