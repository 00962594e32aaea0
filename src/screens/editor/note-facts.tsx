import { useMemo } from 'react';
import { isArchived, isPinned } from '#src/notes/note-document.ts';
import type { Notebook, NoteRecord } from '#src/services.ts';
import { ArchiveIcon, PinIcon } from '#src/ui/icons.tsx';
import { accessory } from '#src/ui/lazy-part.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useSettled } from '#src/ui/use-settled.ts';
import { useWords, withParts } from '#src/words/use-words.ts';
import styles from './note-facts.module.css';
import { useWordCount } from './use-word-count.ts';

// A note is written without them.
const NoteTags = accessory(
  () => import('./note-tags.tsx'),
  (part) => part.NoteTags,
);

interface NoteFactsProps {
  readonly notebook: Notebook;
  readonly record: NoteRecord;
  readonly body: string;
  readonly editable: boolean;
}

/** So long, ms: counting the words of a note of 100 kB takes 14 ms on a slow computer, too much for every key. */
const afterTyping = 300;

/** The quiet line over the text: when it was changed, how long it is, its tags. */
export const NoteFacts = ({ notebook, record, body, editable }: NoteFactsProps) => {
  const { t, counted, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const settled = useSettled(body, afterTyping);
  const words = useWordCount(settled);
  return (
    <div className={styles.facts}>
      <span>
        {withParts(t('Edited <time>{time}</time>', { time: time.full(record.changedAt) }), {
          time: (text) => <time dateTime={new Date(record.changedAt).toISOString()}>{text}</time>,
        })}
      </span>
      {words === null ? null : <span>{counted(words, '1 word', '{count} words')}</span>}
      {isPinned(record.text) ? (
        <span className={styles.mark}>
          <PinIcon size={14} />
          {t('Pinned')}
        </span>
      ) : null}
      {isArchived(record.text) ? (
        <span className={styles.mark}>
          <ArchiveIcon size={14} />
          {t('Archived')}
        </span>
      ) : null}
      <NoteTags notebook={notebook} id={record.id} text={record.text} editable={editable} />
    </div>
  );
};
