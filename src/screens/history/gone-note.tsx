import { bodyOf } from '#src/notes/note-document.ts';
import { titleAndSnippet } from '#src/notes/title.ts';
import type { Snapshot } from '#src/services.ts';
import { RestoreIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import type { TimeFormat } from '#src/ui/time-format.ts';
import { useWords, withParts } from '#src/words/use-words.ts';
import styles from './history.module.css';

interface GoneNoteProps {
  readonly note: Snapshot;
  readonly time: TimeFormat;
  readonly onBringBack: () => void;
}

/** One note that is gone, and the way back for it. */
export const GoneNote = ({ note, time, onBringBack }: GoneNoteProps) => {
  const { t } = useWords();
  const { title, snippet } = titleAndSnippet(note.text);
  return (
    <li className={styles.card}>
      <h2 className={styles.name} dir="auto">
        {title}
      </h2>
      <p className={styles.reason}>
        {withParts(t('Removed <time>{time}</time>', { time: time.full(note.at) }), {
          time: (text) => <time dateTime={new Date(note.at).toISOString()}>{text}</time>,
        })}
      </p>
      {snippet === '' ? null : (
        <p className={styles.snippet} dir="auto">
          {snippet}
        </p>
      )}
      <div className={styles.actions}>
        <Button aria-label={t('Bring back “{title}”', { title })} onClick={onBringBack}>
          <RestoreIcon size={18} />
          {t('Bring back')}
        </Button>
        <CopyText text={bodyOf(note.text)} />
      </div>
    </li>
  );
};
