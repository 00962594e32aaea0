import type { NoteRecord } from '#src/store/note-record.ts';

/** On its way out by "Delete for ever". */
export const isLeaving = (record: NoteRecord) =>
  record.waiting?.kind === 'delete' || (record.waiting === null && record.sending?.kind === 'delete');

/** When the oldest change that AWS has not confirmed was made; ms. */
export const unsentSince = ({ sending, waiting }: NoteRecord): number | undefined => sending?.since ?? waiting?.since;
