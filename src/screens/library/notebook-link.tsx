import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './notebooks.module.css';
import { visiting } from './use-search-words.ts';

interface NotebookLinkProps {
  readonly to: string;
  readonly icon: ReactNode;
  readonly name: string;
  /** Its name where that is more than is seen. */
  readonly label?: string | undefined;
  readonly count: number;
  readonly chosen: boolean;
  /** Between name and count. */
  readonly middle?: ReactNode;
}

/** What a row of the notebooks holds. The count stands beside the link, so that the link's name is the notebook's alone. */
export const NotebookLink = ({ to, icon, name, label, count, chosen, middle }: NotebookLinkProps) => {
  const { number, counted } = useWords();
  return (
    <div className={styles.row}>
      <Link
        className={styles.link}
        to={{ pathname: '/', search: to }}
        state={visiting}
        aria-current={chosen ? 'page' : undefined}
        aria-label={label}
      >
        {icon}
        <span className={styles.name}>{name}</span>
      </Link>
      {middle}
      {count === 0 ? null : (
        <span className={styles.count}>
          <span aria-hidden="true">{number(count)}</span>
          <VisuallyHidden>{counted(count, '1 note', '{count} notes')}</VisuallyHidden>
        </span>
      )}
    </div>
  );
};
