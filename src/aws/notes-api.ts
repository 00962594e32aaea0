import type { NoteId } from '#src/notes/note-id.ts';
import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';

/** A note as the API tells it, parsed at the border. On the tutorial's backend `version` is 0 and `updatedAt` is null. */
export interface WireNote {
  readonly id: NoteId;
  readonly content: string;
  readonly attachment: string | null;
  readonly createdAt: number | null;
  readonly updatedAt: number | null;
  readonly version: number;
}

/** Which contract the backend speaks; told apart by its answers alone. */
export type Profile = 'versioned' | 'tutorial';

export type Pulled =
  /** The tutorial's whole list: cut silently at 1 MB, so a missing note must be asked for by id. `bytes`: the answer's length. */
  | { readonly kind: 'whole list'; readonly notes: readonly WireNote[]; readonly bytes: number }
  | {
      readonly kind: 'changes';
      readonly notes: readonly WireNote[];
      readonly deleted: readonly { readonly id: NoteId; readonly version: number }[];
      readonly cursor: string;
      readonly more: boolean;
    }
  /** The cursor is too old: begin again at '0'. */
  | { readonly kind: 'reset' };

/** What became of a write that was checked against a version. */
export type Written =
  | { readonly kind: 'written'; readonly version: number; readonly updatedAt: number | null }
  | { readonly kind: 'changed elsewhere'; readonly note: WireNote }
  | { readonly kind: 'deleted elsewhere'; readonly version: number };

/** The notes API of both profiles. Each method is one signed request; all can be repeated without harm. */
export interface NotesApi {
  /** `GET /notes?since=CURSOR`; '0' at first. */
  pull(since: string): Promise<Result<Pulled, AwsFailure>>;
  /** `GET /notes/{id}`; null: there is no such note. */
  read(id: NoteId): Promise<Result<WireNote | null, AwsFailure>>;
  /**
   * Writes the note. `version`: what it replaces; null where it creates the note (`POST` with the id on the versioned profile,
   * `PUT` on the tutorial's, which never answers with a conflict: read first).
   */
  write(
    note: {
      readonly id: NoteId;
      readonly content: string;
      readonly attachment: string | null;
      readonly version: number | null;
    },
    profile: Profile,
  ): Promise<Result<Written, AwsFailure>>;
  /** `DELETE /notes/{id}`, with its version on the versioned profile. A note that is gone already counts as written. */
  remove(id: NoteId, version: number, profile: Profile): Promise<Result<Written, AwsFailure>>;
}
