import type { Answer } from './answer.ts';
import { conflict, done, noteAsJson } from './answer.ts';
import type { CreateInput, UpdateInput } from './note-input.ts';
import type { LiveNote, StoredNote, Tombstone } from './stored-note.ts';
import { expiryOf } from './stored-note.ts';

/** What becomes of a request: an answer, after a write of `next` where there is one. */
export interface Decision {
  readonly next?: StoredNote;
  readonly answer: Answer;
}

/** Whose note, and when it is changed (ms). */
export interface Change {
  readonly userId: string;
  readonly noteId: string;
  readonly now: number;
}

type Text = Pick<CreateInput, 'content' | 'attachment'>;

/** `POST /notes`: creates, never overwrites. The same note sent again is answered as if it were the first time. */
export function create(stored: StoredNote | undefined, text: Text, change: Change): Decision {
  if (stored === undefined) {
    const next = written(stored, text, change);
    return { next, answer: done(noteAsJson(next)) };
  }
  return { answer: holds(stored, text) ? done(noteAsJson(stored)) : conflict(stored) };
}

/** `PUT /notes/{id}`: with a version it replaces that version alone, without one whatever is there. */
export function update(stored: StoredNote | undefined, { version, ...text }: UpdateInput, change: Change): Decision {
  if (holds(stored, text)) return { answer: saved(stored) };
  if (version !== undefined && version !== versionOf(stored)) return { answer: conflict(stored) };
  const next = written(stored, text, change);
  return { next, answer: saved(next) };
}

/** `DELETE /notes/{id}`: leaves a tombstone. A note that is gone already counts as deleted. */
export function remove(stored: StoredNote | undefined, version: number | undefined, change: Change): Decision {
  if (stored?.kind !== 'live') return { answer: done({ status: true, version: versionOf(stored) }) };
  if (version !== undefined && version !== stored.version) return { answer: conflict(stored) };
  const next = buried(stored, change.now);
  return { next, answer: done({ status: true, version: next.version }) };
}

const versionOf = (stored: StoredNote | undefined): number => stored?.version ?? 0;

function holds(stored: StoredNote | undefined, { content, attachment }: Text): stored is LiveNote {
  return stored?.kind === 'live' && stored.content === content && stored.attachment === attachment;
}

function written(stored: StoredNote | undefined, { content, attachment }: Text, change: Change): LiveNote {
  const { userId, noteId, now } = change;
  const createdAt = stored === undefined ? now : stored.createdAt;
  return {
    kind: 'live',
    userId,
    noteId,
    content,
    attachment,
    createdAt,
    version: versionOf(stored) + 1,
    updatedAt: now,
  };
}

function buried({ userId, noteId, createdAt, version }: LiveNote, now: number): Tombstone {
  return { kind: 'deleted', userId, noteId, createdAt, version: version + 1, updatedAt: now, expiresAt: expiryOf(now) };
}

function saved({ version, updatedAt }: LiveNote): Answer {
  return done({ status: true, version, updatedAt });
}
