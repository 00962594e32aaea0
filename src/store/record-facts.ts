import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import type { NoteRecord } from './note-record.ts';

/** When the oldest change that AWS has not confirmed was made; ms. undefined: nothing is left to be sent. */
export function unsentSince({ sending, waiting }: NoteRecord): number | undefined {
  if (sending === null) return waiting?.since;
  return waiting === null ? sending.since : Math.min(sending.since, waiting.since);
}

/** Every object key that the text, the base or the change in flight names, or that a wire attachment beside one of them may mean. */
export function objectKeysOf(record: NoteRecord, home: AttachmentHome): readonly string[] {
  const versions = [record, record.base, record.sending?.kind === 'save' ? record.sending : null];
  return [...new Set(versions.flatMap((version) => (version === null ? [] : keysNamed(version, home))))];
}
