import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteRecord } from './note-record.ts';
import { objectKeysOf, unsentSince } from './record-facts.ts';

/** A record as the database keeps it, with what its indexes look at. */
export function recordRow(record: NoteRecord, home: AttachmentHome): object {
  const since = unsentSince(record);
  const row = { record, keys: objectKeysOf(record, home) };
  // An index leaves out the rows that have no such property.
  return since === undefined ? row : { ...row, unsentSince: since };
}
