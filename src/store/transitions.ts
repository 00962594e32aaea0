import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteRecord } from './note-record.ts';

export type Transition = (record: NoteRecord | undefined, id: NoteId) => NoteRecord | undefined;

/**
 * What the records of `ids` become, each in its turn, and which of them are to be written. A transition that makes a record of another
 * note throws.
 */
export function applyTransition(
  ids: readonly NoteId[],
  before: ReadonlyMap<NoteId, NoteRecord>,
  transition: Transition,
): {
  readonly after: readonly (NoteRecord | undefined)[];
  readonly changed: ReadonlyMap<NoteId, NoteRecord | undefined>;
} {
  const changed = new Map<NoteId, NoteRecord | undefined>();
  const current = (id: NoteId): NoteRecord | undefined => (changed.has(id) ? changed.get(id) : before.get(id));
  for (const id of ids) {
    const record = current(id);
    const next = transition(record, id);
    if (next !== undefined && next.id !== id) throw new Error(`The transition of ${id} made a record of ${next.id}.`);
    if (next !== record) changed.set(id, next);
  }
  return { after: ids.map(current), changed };
}
