import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './icon-button.module.css';

/** The look of an icon button for a link. */
export const iconButtonClass = (): string => classNames(styles.button);

/** A button that shows an icon alone; `label` is its name and its tooltip. */
export const IconButton = ({
  label,
  icon,
  className,
  ...rest
}: Omit<ComponentProps<'button'>, 'children'> & { readonly label: string; readonly icon: ReactNode }) => (
  <button type="button" aria-label={label} title={label} className={classNames(styles.button, className)} {...rest}>
    {icon}
  </button>
);
