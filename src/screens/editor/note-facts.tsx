import { useDeferredValue, useMemo } from 'react';
import { Link } from 'react-router-dom';
import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { tagsOf } from '#src/notes/tags.ts';
import type { NoteRecord } from '#src/services.ts';
import { ArchiveIcon, PinIcon } from '#src/ui/icons.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { countWords } from './count-words.ts';
import styles from './note-facts.module.css';

/** The quiet line over the text: when it was changed, how long it is, its tags. */
export const NoteFacts = ({ record, body }: { readonly record: NoteRecord; readonly body: string }) => {
  const time = useMemo(() => createTimeFormat(), []);
  const settled = useDeferredValue(body);
  const words = useMemo(() => countWords(settled), [settled]);
  const tags = useMemo(() => tagsOf(record.text), [record.text]);
  return (
    <div className={styles.facts}>
      <span>
        Edited <time dateTime={new Date(record.changedAt).toISOString()}>{time.full(record.changedAt)}</time>
      </span>
      <span>{words === 1 ? '1 word' : `${words.toLocaleString()} words`}</span>
      {isPinned(record.text) ? (
        <span className={styles.mark}>
          <PinIcon size={14} />
          Pinned
        </span>
      ) : null}
      {isArchived(record.text) ? (
        <span className={styles.mark}>
          <ArchiveIcon size={14} />
          Archived
        </span>
      ) : null}
      {tags.length === 0 ? null : (
        <span className={styles.tags}>
          {tags.map((tag) => (
            <Link
              key={tag}
              className={styles.tag}
              to={{ pathname: '/', search: `?${new URLSearchParams({ in: `tag:${tag}` })}` }}
            >
              #{tag}
            </Link>
          ))}
        </span>
      )}
    </div>
  );
};
