import type { NoteId } from '#src/notes/note-id.ts';

/** A text that a note had before, in its local history. */
export interface Snapshot {
  /** The store's own number for it. */
  readonly id: number;
  readonly noteId: NoteId;
  /** When it was kept, which is when another text took its place; ms. */
  readonly at: number;
  /** The whole document, front matter included. */
  readonly text: string;
  readonly reason: SnapshotReason;
}

/**
 * Why a text was kept.
 * - `writing`   it stood before a stretch of writing
 * - `mine`, `theirs`   the two sides of a merge; those of a clash stay until the person has chosen
 * - `replaced`  it was written here, and a pull showed another text in its place
 * - `restored`, `discarded`, `chosen`   it stood before an older text was restored, what was unsent was discarded, or a clash was decided
 * - `gone`      the note is no longer on AWS
 */
export type SnapshotReason = 'writing' | 'mine' | 'theirs' | 'replaced' | 'restored' | 'discarded' | 'chosen' | 'gone';

/** Who or what changes a note; it decides what of the old text its history keeps. */
export type Cause = 'writing' | 'sync' | 'restoring' | 'discarding' | 'choosing';

/** A stored value that is no note, kept as it was found. */
export interface SetAside {
  readonly id: string;
  /** When it was found; ms. */
  readonly at: number;
  /** The value as JSON, for a file. */
  readonly json: string;
}
