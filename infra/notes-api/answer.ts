import type { StoredNote } from './stored-note.ts';

/** What the API answers, before it becomes HTTP. */
export interface Answer {
  readonly status: 200 | 400 | 403 | 404 | 409 | 413 | 429 | 500;
  readonly body: unknown;
}

export const done = (body: unknown): Answer => ({ status: 200, body });

export const refused = (status: Exclude<Answer['status'], 200>, error: string): Answer => ({ status, body: { error } });

/** No such path, or no such method there. */
export const nothingThere: Answer = refused(404, 'There is nothing at this address.');

/** The tutorial's words. */
export const notFound: Answer = refused(404, 'Item not found.');

/** What is stored is not what the request was made for. Nothing stored at all counts as a tombstone of version 0. */
export function conflict(stored: StoredNote | undefined): Answer {
  const body =
    stored?.kind === 'live'
      ? { error: 'The note has been changed elsewhere.', note: noteAsJson(stored) }
      : { error: 'The note has been deleted.', deleted: true, version: stored?.version ?? 0 };
  return { status: 409, body };
}

/** The item as the tutorial's clients know it, with `version` and, once this function has written it, `updatedAt`. */
export function noteAsJson(note: Extract<StoredNote, { kind: 'live' }>): Readonly<Record<string, unknown>> {
  const { kind, createdAt, updatedAt, ...rest } = note;
  return { ...rest, ...(createdAt !== null && { createdAt }), ...(updatedAt !== null && { updatedAt }) };
}
