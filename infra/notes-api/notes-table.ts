import type { StoredNote } from './stored-note.ts';

/** The table as the API uses it: every write concerns one item and is conditional. */
export interface NotesTable {
  /** What is stored now. */
  read(userId: string, noteId: string): Promise<StoredNote | undefined>;

  /** Replaces `seen` (undefined: nothing) by `next`; false where something else than `seen` is stored now. */
  write(next: StoredNote, seen: StoredNote | undefined): Promise<boolean>;

  /** A page of a person's notes, tombstones included, in the order of ids, as stored now. `after`: the last id of the page before. */
  list(userId: string, after: string | null): Promise<NotesPage>;

  /** A page of the change index, which may lag behind: what has a change key greater than `after`, in that order. */
  changes(userId: string, after: string): Promise<NotesPage>;
}

/** About 1 MB of notes; an empty one only where `more` is false. */
export interface NotesPage {
  readonly notes: readonly StoredNote[];
  readonly more: boolean;
}

/** DynamoDB takes no more requests for the moment. */
export class TableBusyError extends Error {}
