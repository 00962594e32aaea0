import { type ComponentProps, useId } from 'react';
import styles from './text-field.module.css';

interface TextFieldProps extends ComponentProps<'input'> {
  readonly label: string;
  readonly hint?: string;
  /** What is wrong with the value and what to do; the field is marked invalid while it is there. */
  readonly error?: string;
}

/** An input with its label, hint and error, wired once. */
export const TextField = ({ label, hint, error, ...rest }: TextFieldProps) => {
  const id = useId();
  const told = error ?? hint;
  return (
    <div className={styles.field}>
      <label className={styles.label} htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        className={styles.input}
        aria-invalid={error !== undefined}
        aria-describedby={told === undefined ? undefined : `${id}-told`}
        {...rest}
      />
      {told === undefined ? null : (
        <p id={`${id}-told`} className={error === undefined ? styles.hint : styles.error}>
          {told}
        </p>
      )}
    </div>
  );
};
