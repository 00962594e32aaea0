import { useMemo } from 'react';
import { Link } from 'react-router-dom';
import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { tagsOf } from '#src/notes/tags.ts';
import type { NoteRecord } from '#src/services.ts';
import { ArchiveIcon, PinIcon } from '#src/ui/icons.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useWords, withParts } from '#src/words/use-words.ts';
import styles from './note-facts.module.css';
import { useSettled } from './use-settled.ts';
import { useWordCount } from './use-word-count.ts';

/** So long, ms: counting the words of a note of 100 kB takes 14 ms on a slow computer, too much for every key. */
const afterTyping = 300;
const tagsShown = 50;

/** The quiet line over the text: when it was changed, how long it is, its tags. */
export const NoteFacts = ({ record, body }: { readonly record: NoteRecord; readonly body: string }) => {
  const { t, counted, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const settled = useSettled(body, afterTyping);
  const words = useWordCount(settled);
  const text = useSettled(record.text, afterTyping);
  const tags = useMemo(() => tagsOf(text), [text]);
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
      {tags.length === 0 ? null : (
        <span className={styles.tags}>
          {tags.slice(0, tagsShown).map((tag) => (
            <Link
              key={tag}
              className={styles.tag}
              to={{ pathname: '/', search: `?${new URLSearchParams({ in: `tag:${tag}` })}` }}
            >
              #{tag}
            </Link>
          ))}
          {tags.length > tagsShown ? (
            <span>{counted(tags.length - tagsShown, '1 more tag', '{count} more tags')}</span>
          ) : null}
        </span>
      )}
    </div>
  );
};
