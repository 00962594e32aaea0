import type { Notebook, WaitingChange } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './sign-out-dialog.module.css';
import { useClashing } from './use-clashing.ts';

/** How many notes are called by their names. */
const named = 8;

/** What signing out would lose, by name: unsent notes, those with an open clash first, and files on their way. */
export const SignOutLosses = ({
  notebook,
  changes,
}: {
  readonly notebook: Notebook;
  readonly changes: readonly WaitingChange[];
}) => {
  const { t } = useWords();
  const clashing = useClashing(notebook, changes);
  const files = useObservable(notebook.files.uploads);
  const clashesFirst = changes.toSorted((a, b) => Number(clashing.has(b.noteId)) - Number(clashing.has(a.noteId)));
  return (
    <ul className={styles.losses}>
      {clashesFirst.slice(0, named).map(({ noteId, title, kind }) => (
        <li key={noteId}>
          <span className={styles.name} dir="auto">
            {title}
          </span>
          {kind === 'deletion' ? <span className={styles.more}>{t('its deletion')}</span> : null}
          {clashing.has(noteId) ? <span className={styles.more}>{t('two versions, none chosen yet')}</span> : null}
        </li>
      ))}
      {changes.length > named ? (
        <li className={styles.more}>{t('and {count} more', { count: changes.length - named })}</li>
      ) : null}
      {files.map(({ key, name, state }) => (
        <li key={key}>
          <span className={styles.name} dir="auto">
            {name}
          </span>
          <span className={styles.more}>
            {state.kind === 'file needed' ? t('a file that has to be chosen again') : t('a file being sent')}
          </span>
        </li>
      ))}
    </ul>
  );
};
