import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { DiscardedKey, NoteStore } from '#src/store/note-store.ts';
import { isLeaving } from './record-state.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/** What cannot be decided now is looked at again after so long; ms. */
const later = 24 * 60 * 60_000;

/**
 * Deletes the objects that a person has let go of, here and in S3, each once its time has come and nothing needs it. A key that a note names
 * again is forgotten; one that is only named by what AWS still holds, or by a note on its way out, waits until that is settled; and one that
 * the local history names waits until that has thinned, so that what is restored has its files.
 * `all`: what the store has of them. Gives when the next one's time comes; ms, Infinity where there is none.
 */
export function createDiscards(deps: {
  readonly store: NoteStore;
  readonly objects: Pick<ObjectStorage, 'remove'>;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
}): (all: readonly DiscardedKey[]) => Promise<Result<number, RoundFailure>> {
  const { store, objects, sendAs, home, now } = deps;

  const needs = (record: NoteRecord, key: string) => !isLeaving(record) && keysNamed(record, home).includes(key);

  /** Where this device's own copy cannot go now, it goes when there is too much of what is kept. */
  const letGoHere = async (key: string) => {
    try {
      await (await store.files()).letGo([key]);
    } catch {
      return;
    }
  };

  /** Of those whose time has come, the ones that no note names any more; what is needed again is forgotten. */
  async function unnamed(keys: readonly string[]): Promise<Result<readonly string[], RoundFailure>> {
    const found: string[] = [];
    for (const key of keys) {
      const naming = await store.naming(key);
      if (naming.length === 0) found.push(key);
      if (!naming.some((record) => needs(record, key))) continue;
      const forgotten = await store.forgetDiscarded(key);
      if (!forgotten.ok) return forgotten;
    }
    return succeeded(found);
  }

  async function remove(key: string): Promise<Result<void, RoundFailure>> {
    const stored = await store.files();
    // What is still on its way goes no further, or it would arrive after this.
    const cancelled = await stored.changeUpload(key, (row) => row && { ...row, wish: 'cancel' });
    if (!cancelled.ok) return cancelled;
    const removed = await sendAs(() => objects.remove(key));
    // S3 takes no such key: whatever is wrong with it, the others are not to wait for it.
    if (!removed.ok && removed.failure.kind === 'invalid') return store.discard([key], now() + later);
    // Denied: a place where this person's objects cannot be, one of the two that an old note's attachment may mean.
    if (!removed.ok && removed.failure.kind !== 'denied') return removed;
    await letGoHere(key);
    return store.forgetDiscarded(key);
  }

  return async function discard(all) {
    const due = all.filter(({ notBefore }) => notBefore <= now()).map(({ key }) => key);
    const next = Math.min(...all.map(({ notBefore }) => notBefore).filter((at) => at > now()));
    if (due.length === 0) return succeeded(next);
    const candidates = await unnamed(due);
    if (!candidates.ok) return candidates;
    // After the notes: a text goes from its note into the history, never the other way alone.
    const remembered = await store.namedInHistory(candidates.value);
    for (const key of candidates.value) {
      const done = remembered.has(key) ? await store.discard([key], now() + later) : await remove(key);
      if (!done.ok) return done;
    }
    return succeeded(Math.min(next, now() + later));
  };
}
