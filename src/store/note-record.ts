import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure } from '#src/notes/result.ts';

/** One note as this device holds it: its text, what AWS last confirmed of it, and its place in the outbox. */
export interface NoteRecord {
  readonly id: NoteId;
  /** The Markdown document, front matter included. */
  readonly text: string;
  /** The wire's raw `attachment`, sent back byte for byte until a person removes it. */
  readonly attachment: string | null;
  /** The wire's raw `createdAt` in ms; null where AWS does not say (the id's time is shown then). */
  readonly createdAt: number | null;
  /**
   * When what the note says last changed, here or elsewhere, as far as this device can tell; ms. Lists are sorted by it, and pinning,
   * archiving and the trash leave it as it is, so that their undo does.
   */
  readonly changedAt: number;
  /** What AWS last confirmed; null for a note that AWS has never confirmed. */
  readonly base: Confirmed | null;
  /** The change in flight: frozen, sent again byte for byte until it is answered. */
  readonly sending: Sending | null;
  /** The one change after it, in which all later edits are squeezed together. Its text is the record's own. */
  readonly waiting: Waiting | null;
  /** Why the change is not through yet, where there is a reason to show. */
  readonly problem: Problem | null;
}

export interface Confirmed {
  readonly text: string;
  readonly attachment: string | null;
  /** 0 on the tutorial's backend, which has no versions. */
  readonly version: number;
  /** When this device learnt of it; ms. */
  readonly at: number;
  /** The note was deleted elsewhere, and `version` is its tombstone's; what is unsent here creates it again. */
  readonly deleted?: true;
  /** This device wrote it, on a backend without versions: what a pull shows in its place may have overwritten it unseen. */
  readonly own?: true;
}

export type Sending =
  | {
      readonly kind: 'save';
      readonly text: string;
      readonly attachment: string | null;
      /** The version it replaces; null where it creates the note. */
      readonly version: number | null;
      readonly since: number;
    }
  | { readonly kind: 'delete'; readonly version: number; readonly since: number };

export type Waiting =
  /** `since`: when the oldest edit in it was made; ms. */
  | { readonly kind: 'save'; readonly since: number }
  /** "Delete for ever": not sent before `notBefore` (ms), so that it can be undone. The note is out of all lists meanwhile. */
  | { readonly kind: 'delete'; readonly since: number; readonly notBefore: number };

export interface Problem {
  readonly failure: Failure<string>;
  readonly attempts: number;
  /** When it is tried again; ms. null: parked until a person acts or edits. */
  readonly nextTryAt: number | null;
}

/** A note of which nothing is left to be sent. */
export const isClean = (record: NoteRecord): boolean => record.sending === null && record.waiting === null;

/** A note on its way out ("Delete for ever"): in no list, but not yet gone. */
export const isLeaving = (record: NoteRecord): boolean =>
  record.waiting?.kind === 'delete' || (record.waiting === null && record.sending?.kind === 'delete');
