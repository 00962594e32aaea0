import styles from './switch.module.css';

interface SwitchProps {
  readonly label: string;
  readonly hint?: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const Switch = ({ label, hint, checked, onChange }: SwitchProps) => (
  <label className={styles.row}>
    <span>
      <span className={styles.label}>{label}</span>
      {hint === undefined ? null : <span className={styles.hint}>{hint}</span>}
    </span>
    <input
      type="checkbox"
      role="switch"
      checked={checked}
      aria-checked={checked}
      onChange={(event) => onChange(event.target.checked)}
    />
  </label>
);
