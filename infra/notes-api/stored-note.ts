import * as v from 'valibot';
import { TOMBSTONE_LIFE } from './limits.ts';

/** What the table holds under one person's one id. */
export type StoredNote = LiveNote | Tombstone;

interface Stored {
  readonly userId: string;
  readonly noteId: string;
  /** ms; null where the tutorial's function made the note without one. */
  readonly createdAt: number | null;
  /** From 1, up by one on every write; 0 for a note that the tutorial's function wrote. */
  readonly version: number;
}

export interface LiveNote extends Stored {
  readonly kind: 'live';
  readonly content: string | null;
  readonly attachment: string | null;
  /** ms; null for a note that the tutorial's function wrote. */
  readonly updatedAt: number | null;
}

export interface Tombstone extends Stored {
  readonly kind: 'deleted';
  /** ms */
  readonly updatedAt: number;
  /** Seconds, as DynamoDB's TTL wants it. */
  readonly expiresAt: number;
}

/** What is there for a reader at `now` (ms): a tombstone whose time is over may still be in the table, but counts as absent. */
export function present(stored: StoredNote | undefined, now: number): StoredNote | undefined {
  return stored?.kind === 'deleted' && stored.expiresAt * 1_000 <= now ? undefined : stored;
}

/** When a tombstone made at `now` (ms) goes; seconds. */
export const expiryOf = (now: number): number => Math.ceil((now + TOMBSTONE_LIFE) / 1_000);

const Ms = v.optional(v.nullable(v.number()), null);

const Attributes = v.object({
  userId: v.string(),
  noteId: v.string(),
  content: v.optional(v.unknown()),
  attachment: v.optional(v.unknown()),
  createdAt: v.fallback(Ms, null),
  version: v.fallback(v.optional(v.pipe(v.number(), v.integer()), 0), 0),
  updatedAt: v.fallback(Ms, null),
  deleted: v.fallback(v.optional(v.boolean(), false), false),
  expiresAt: v.fallback(v.optional(v.number(), 0), 0),
});

/** Reads an item of the table. The tutorial's function checked nothing, so anything but the keys may be odd. */
export function parseStoredNote(item: unknown): StoredNote {
  const { deleted, content, attachment, expiresAt, ...rest } = v.parse(Attributes, item);
  return deleted
    ? { kind: 'deleted', ...rest, updatedAt: rest.updatedAt ?? 0, expiresAt }
    : { kind: 'live', ...rest, content: text(content), attachment: text(attachment) };
}

function text(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The attributes that a write sets; the undefined ones it removes. Whatever else an item has is left alone. */
export function attributesOf(note: StoredNote): Readonly<Record<string, unknown>> {
  const live = note.kind === 'live';
  return {
    content: live ? note.content : undefined,
    attachment: live ? note.attachment : undefined,
    createdAt: note.createdAt ?? undefined,
    version: note.version,
    updatedAt: note.updatedAt ?? undefined,
    changeKey: note.updatedAt === null ? undefined : changeKey(note.updatedAt, note.noteId),
    deleted: live ? undefined : true,
    expiresAt: live ? undefined : note.expiresAt,
  };
}

/** Orders changes by time (ms), then id; unique for each of a person's notes. Without an id: before every change at that time. */
export const changeKey = (time: number, noteId = ''): string =>
  `${String(time).padStart(15, '0')}${noteId && ' '}${noteId}`;
