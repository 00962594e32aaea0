import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteSource, SummaryChange } from '#src/search/note-source.ts';
import { noteId } from '../notes/a-note-id.ts';
import { aSummary } from '../notes/a-summary.ts';

type Told = Parameters<typeof aSummary>[0];

/** Notes in memory that count how often they are read. `hold`: texts come when the result is called. */
export function fakeSource() {
  const notes = new Map<NoteId, { summary: NoteSummary; text: string }>();
  const listeners = new Set<(changed: readonly SummaryChange[]) => void>();
  let gate: Promise<void> = Promise.resolve();
  const source: NoteSource = {
    async *summaries() {
      yield [...notes.values()].map(({ summary }) => summary);
    },
    async texts(ids) {
      reads.push(...ids);
      await gate;
      return new Map(ids.flatMap((id) => [[id, notes.get(id)?.text ?? ''] as const]));
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const reads: NoteId[] = [];
  return {
    source,
    reads,
    put(id: string, text: string, told: Omit<NonNullable<Told>, 'id'> = {}) {
      const summary = aSummary({ id, title: id, ...told });
      notes.set(summary.id, { summary, text });
      for (const listener of listeners) listener([{ id: summary.id, summary }]);
    },
    remove(id: string) {
      notes.delete(noteId(id));
      for (const listener of listeners) listener([{ id: noteId(id), summary: null }]);
    },
    summaryOf: (id: NoteId) => notes.get(id)?.summary,
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return open;
    },
  };
}
