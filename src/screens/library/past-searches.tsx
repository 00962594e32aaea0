import { isSavedSearch, withoutRecent, withoutSaved, withSaved } from '#src/notes/kept-searches.ts';
import type { Notebook } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './search-help.module.css';
import { useSearches } from './use-searches.ts';

interface PastSearchesProps {
  readonly notebook: Notebook;
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** What was searched for before, while nothing is; the way to save a search while something is. */
export const PastSearches = ({ notebook, typed, onType }: PastSearchesProps) => {
  const { t } = useWords();
  const toasts = useToasts();
  const [searches, change] = useSearches(notebook);
  const words = typed.trim();
  if (words !== '') {
    const saved = isSavedSearch(searches, words);
    const save = () => change((before) => withSaved(before, words));
    const forget = () => {
      change((before) => withoutSaved(before, words));
      toasts.show({ message: t('Search forgotten'), action: { label: t('Undo'), onAct: save } });
    };
    return (
      <div className={styles.help}>
        <button type="button" className={styles.operator} onClick={saved ? forget : save}>
          {saved ? t('Forget this search') : t('Save this search')}
        </button>
      </div>
    );
  }
  if (searches.recent.length === 0) return null;
  return (
    <fieldset className={styles.help} aria-label={t('Recent searches')}>
      {searches.recent.map((one) => (
        <button
          key={one}
          type="button"
          className={styles.operator}
          dir="auto"
          // The search box keeps the focus.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onType(one)}
        >
          {one}
        </button>
      ))}
      <button
        type="button"
        className={styles.clear}
        onClick={() => {
          change(withoutRecent);
          onType('');
        }}
      >
        {t('Clear recent searches')}
      </button>
    </fieldset>
  );
};
