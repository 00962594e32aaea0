import { Link, type LinkProps } from 'react-router-dom';
import { iconButtonClass } from '#src/ui/icon-button.tsx';
import { BackIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';

/** The way back to the list. */
export const BackLink = ({ to, label }: { readonly to: LinkProps['to']; readonly label?: string }) => {
  const { t } = useWords();
  const name = label ?? t('Back to notes');
  return (
    <Link className={iconButtonClass()} to={to} aria-label={name} title={name}>
      <BackIcon />
    </Link>
  );
};
