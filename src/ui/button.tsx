import type { ComponentProps } from 'react';
import styles from './button.module.css';
import { classNames } from './class-names.ts';

export interface ButtonLook {
  /** `danger` for the one dangerous thing that a dialog asks about, `warning` for one beside something better. */
  readonly variant?: 'primary' | 'secondary' | 'quiet' | 'danger' | 'warning' | undefined;
  readonly size?: 'small' | 'normal' | undefined;
  /** As wide as its container. */
  readonly wide?: boolean | undefined;
}

/** The look of a button for a link, so that a place to go to stays a link. */
export const buttonClass = ({ variant = 'secondary', size = 'normal', wide = false }: ButtonLook = {}): string =>
  classNames(styles.button, styles[variant], size === 'small' && styles.small, wide && styles.wide);

export const Button = ({
  variant,
  size,
  wide,
  className,
  type = 'button',
  ...rest
}: ComponentProps<'button'> & ButtonLook) => (
  <button type={type} className={classNames(buttonClass({ variant, size, wide }), className)} {...rest} />
);
