import type { WireNote } from '#src/aws/notes-api.ts';
import type { Confirmed, NoteRecord, Sending, Waiting } from '#src/store/note-record.ts';
import { noteId } from './device.ts';

/** A note's record, clean unless `part` says otherwise. */
export const record = (text: string, part: Partial<NoteRecord> = {}): NoteRecord => ({
  id: noteId('a'),
  text,
  attachment: null,
  createdAt: 1,
  changedAt: 2,
  base: base(text),
  sending: null,
  waiting: null,
  problem: null,
  ...part,
});

export const base = (text: string, version = 1): Confirmed => ({ text, attachment: null, version, at: 3 });

export const saving = (text: string, version: number | null = 1): Sending => ({
  kind: 'save',
  text,
  attachment: null,
  version,
  since: 5,
});

export const deleting: Sending = { kind: 'delete', version: 1, since: 5 };
export const toSave: Waiting = { kind: 'save', since: 6 };
export const toDeleteAt = (notBefore: number): Waiting => ({ kind: 'delete', since: 6, notBefore });
export const toDelete = toDeleteAt(50);

export const wire = (content: string, version: number, part: Partial<WireNote> = {}): WireNote => ({
  id: noteId('a'),
  content,
  attachment: null,
  createdAt: 1,
  updatedAt: 40,
  version,
  ...part,
});
