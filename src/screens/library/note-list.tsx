import { type ComponentType, memo, useMemo } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Found } from '#src/notes/note-search.ts';
import type { NoteOrder } from '#src/notes/order.ts';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { VirtualList } from '#src/ui/virtual-list.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Hits } from './hits.ts';
import { stepOf } from './list-keys.ts';
import type { MarkedProps } from './marked.tsx';
import { NoteRow, type RowThumbnail } from './note-row.tsx';

interface NoteListProps {
  readonly hits: Hits;
  /** What was searched for; null: nothing. */
  readonly found: Found | null;
  readonly Marked: ComponentType<MarkedProps> | null;
  /** The query of the library's address, kept when a note is opened. */
  readonly query: string;
  readonly order: NoteOrder;
  readonly open: NoteId | null;
  readonly now: number;
  /** Whether j and k move as the arrows do. */
  readonly letterKeys: boolean;
  readonly thumbnail: RowThumbnail;
}

const none: readonly string[] = [];
/** Of a row with more than a title (note-row.module.css); px where the text is of the usual size. */
const rowHeight = 92;

/** The list "Notes". Letters in the search box are none of its business until they are answered. */
export const NoteList = memo(function NoteList({
  hits,
  found,
  Marked,
  query,
  order,
  open,
  now,
  letterKeys,
  thumbnail,
}: NoteListProps) {
  const { t, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  return (
    <VirtualList
      label={t('Notes')}
      count={hits.count}
      about={found === null}
      estimatedHeight={rowHeight}
      keyOf={(index) => hits.at(index)?.id ?? index}
      step={(key, from) => stepOf(key, from, hits.count, letterKeys)}
      render={(index) => {
        const note = hits.at(index);
        return note === undefined ? null : (
          <NoteRow
            note={note}
            marked={found?.marked ?? none}
            Marked={found === null ? null : Marked}
            excerpt={found?.excerpts.get(note.id)}
            query={query}
            open={note.id === open}
            ruled={index > 0 && note.id !== open && hits.at(index - 1)?.id !== open}
            at={order === 'created' ? note.createdAt : note.changedAt}
            time={time}
            now={now}
            thumbnail={thumbnail}
          />
        );
      }}
    />
  );
});
