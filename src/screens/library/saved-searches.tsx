import { type MouseEvent, useId } from 'react';
import { withoutSaved } from '#src/notes/kept-searches.ts';
import type { Notebook } from '#src/services.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { CloseIcon, SearchIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import { NotebookLink } from './notebook-link.tsx';
import notebooks from './notebooks.module.css';
import styles from './saved-searches.module.css';
import { useSearches } from './use-searches.ts';

interface SavedSearchesProps {
  readonly notebook: Notebook;
  /** What is searched for in all notes; '' where nothing is. */
  readonly current: string;
}

/** The searches that a person has saved, each a link to what it finds now. */
export const SavedSearches = ({ notebook, current }: SavedSearchesProps) => {
  const { t } = useWords();
  const [{ saved }, change] = useSearches(notebook);
  const heading = useId();
  if (saved.length === 0) return null;
  return (
    <div>
      <h2 id={heading} className={notebooks.heading}>
        {t('Saved searches')}
      </h2>
      <ul aria-labelledby={heading}>
        {saved.map((words) => (
          <li key={words}>
            <NotebookLink
              to={`?${new URLSearchParams({ q: words })}`}
              icon={<SearchIcon size={18} />}
              name={words}
              count={0}
              chosen={words === current}
              middle={
                <IconButton
                  className={styles.remove}
                  label={t('Remove the saved search “{words}”', { words })}
                  icon={<CloseIcon size={16} />}
                  onClick={(event) => {
                    focusNeighbour(event);
                    change((searches) => withoutSaved(searches, words));
                  }}
                />
              }
            />
          </li>
        ))}
      </ul>
    </div>
  );
};

/** What had the focus goes: the same button of the next search has it then, or of the one before, or the first notebook where none is left. */
const focusNeighbour = ({ currentTarget }: MouseEvent<HTMLElement>) => {
  const item = currentTarget.closest('li');
  const next = item?.nextElementSibling ?? item?.previousElementSibling;
  (next?.querySelector('button') ?? currentTarget.closest('nav')?.querySelector('a'))?.focus();
};
