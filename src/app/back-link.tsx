import { Link, type LinkProps } from 'react-router-dom';
import { iconButtonClass } from '#src/ui/icon-button.tsx';
import { BackIcon } from '#src/ui/icons.tsx';

/** The way back to the list. */
export const BackLink = ({
  to,
  label = 'Back to notes',
}: {
  readonly to: LinkProps['to'];
  readonly label?: string;
}) => (
  <Link className={iconButtonClass()} to={to} aria-label={label} title={label}>
    <BackIcon />
  </Link>
);
