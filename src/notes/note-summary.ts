import type { NoteId } from './note-id.ts';

/** What a list needs to know of a note, made when the note is written so that no list has to read whole notes. */
export interface NoteSummary {
  readonly id: NoteId;
  readonly title: string;
  /** The beginning of the text after the title, without Markdown marks; at most 200 characters. */
  readonly snippet: string;
  readonly tags: readonly string[];
  readonly pinned: boolean;
  readonly archived: boolean;
  /** When it was moved to the trash; ms. */
  readonly trashedAt: number | null;
  readonly attachments: number;
  /**
   * Where its first pictures may be, one after the other, the likeliest key of each first; null: it has none. Not there: a Satchel made the
   * summary that did not look yet.
   */
  readonly picture?: readonly [string, ...string[]] | null;
  /** What it links to, see `linkedTitles`. Not there: a Satchel made the summary that did not look yet. */
  readonly links?: readonly string[];
  readonly createdAt: number;
  /** In the trash: when it was moved there, by which the trash is sorted. */
  readonly changedAt: number;
  /** Where its last change stands. */
  readonly state: 'saved' | 'waiting' | 'sending' | 'not saved';
}
