import { useMemo } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteOrder } from '#src/notes/order.ts';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { VirtualList } from '#src/ui/virtual-list.tsx';
import { useWords } from '#src/words/use-words.ts';
import { stepOf } from './list-keys.ts';
import { NoteRow } from './note-row.tsx';
import type { Found } from './search-engine.ts';

interface NoteListProps {
  readonly notes: readonly NoteSummary[];
  /** What is searched for; null: nothing. */
  readonly found: Found | null;
  /** The query of the library's address, kept when a note is opened. */
  readonly query: string;
  readonly order: NoteOrder;
  readonly open: NoteId | null;
  readonly now: number;
  /** Whether j and k move as the arrows do. */
  readonly letterKeys: boolean;
}

const none: readonly string[] = [];

/** The list "Notes". */
export const NoteList = ({ notes, found, query, order, open, now, letterKeys }: NoteListProps) => {
  const { t, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  return (
    <VirtualList
      label={t('Notes')}
      count={notes.length}
      estimatedHeight={96}
      keyOf={(index) => notes[index]?.id ?? index}
      step={(key, from) => stepOf(key, from, notes.length, letterKeys)}
      render={(index) => {
        const note = notes[index];
        return note === undefined ? null : (
          <NoteRow
            note={note}
            marked={found?.marked ?? none}
            excerpt={found?.excerpts.get(note.id)}
            query={query}
            open={note.id === open}
            ruled={index > 0 && note.id !== open && notes[index - 1]?.id !== open}
            at={order === 'created' ? note.createdAt : note.changedAt}
            time={time}
            now={now}
          />
        );
      }}
    />
  );
};
