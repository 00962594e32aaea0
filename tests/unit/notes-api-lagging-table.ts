import type { NotesTable } from '../../infra/notes-api/notes-table.ts';
import type { StoredNote } from '../../infra/notes-api/stored-note.ts';
import { changeKey } from '../../infra/notes-api/stored-note.ts';

/** How the index hears of one write: first it no longer has what was there before, then it has the new state; ms. */
export interface Lag {
  readonly old: number;
  readonly new: number;
}

interface Change {
  readonly note: StoredNote;
  readonly hidesOldAt: number;
  readonly visibleAt: number;
}

/**
 * The notes of one person in memory, under an index that lags as DynamoDB's global indexes may: each item by itself, its changes in
 * order, and between two states of an item it may show neither. `clock.now` is the true time; ms.
 */
export function laggingTable(clock: { readonly now: number }, pageSize: number): NotesTable & { lag: Lag } {
  const items = new Map<string, StoredNote>();
  const journal = new Map<string, Change[]>();

  function indexed(changes: readonly Change[]): StoredNote | undefined {
    const last = changes.findLastIndex(({ hidesOldAt }) => hidesOldAt <= clock.now);
    const change = changes[last];
    return change !== undefined && change.visibleAt <= clock.now ? change.note : undefined;
  }

  const page = (sorted: readonly StoredNote[]) => ({
    notes: sorted.slice(0, pageSize),
    more: sorted.length > pageSize,
  });
  const keyOf = (note: StoredNote) => changeKey(note.updatedAt ?? 0, note.noteId);

  return {
    lag: { old: 0, new: 0 },

    async read(_userId, noteId) {
      return items.get(noteId);
    },

    async write(next, seen) {
      if (items.get(next.noteId) !== seen) return false;
      items.set(next.noteId, next);
      const changes = journal.get(next.noteId) ?? [];
      const previous = changes.at(-1)?.visibleAt ?? 0;
      const visibleAt = Math.max(clock.now + this.lag.new, previous);
      const hidesOldAt = Math.min(visibleAt, Math.max(clock.now + this.lag.old, previous));
      journal.set(next.noteId, [...changes, { note: next, hidesOldAt, visibleAt }]);
      return true;
    },

    async list(_userId, after) {
      const rest = [...items.values()].filter(({ noteId }) => after === null || noteId > after);
      return page(rest.sort((a, b) => (a.noteId < b.noteId ? -1 : 1)));
    },

    async changes(_userId, after) {
      const shown = [...journal.values()].map(indexed).filter((note) => note !== undefined);
      return page(shown.filter((note) => keyOf(note) > after).sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
    },
  };
}
