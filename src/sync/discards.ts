import type { FileStorage } from '#src/aws/file-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { isLeaving } from './note-transitions.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/**
 * Deletes the objects that a person has let go of, here and in S3, each once its time has come and no note needs it. A key that a note names
 * again is forgotten; one that is only named by what AWS still holds, or by a note on its way out, waits until that is settled.
 * Gives when the next one's time comes; ms, Infinity where there is none.
 */
export function createDiscards(deps: {
  readonly store: NoteStore;
  readonly files: FileStorage;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
}): () => Promise<Result<number, RoundFailure>> {
  const { store, files, sendAs, home, now } = deps;

  const needs = (record: NoteRecord, key: string) => !isLeaving(record) && keysNamed(record, home).includes(key);

  /** Where this device's own copy cannot go now, it goes when there is too much of what is kept. */
  const letGoHere = async (key: string) => {
    try {
      await (await store.files()).letGo([key]);
    } catch {
      return;
    }
  };

  return async function discard() {
    let next = Number.POSITIVE_INFINITY;
    for (const { key, notBefore } of await store.discarded()) {
      if (notBefore > now()) {
        next = Math.min(next, notBefore);
        continue;
      }
      const naming = await store.naming(key);
      const needed = naming.some((record) => needs(record, key));
      if (!needed && naming.length > 0) continue;
      if (!needed) {
        const stored = await store.files();
        // What is still on its way goes no further, or it would arrive after this.
        const cancelled = await stored.changeUpload(key, (row) => row && { ...row, wish: 'cancel' });
        if (!cancelled.ok) return cancelled;
        const removed = await sendAs(() => files.remove(key));
        // Denied: a place where this person's objects cannot be, one of the two that an old note's attachment may mean.
        if (!removed.ok && removed.failure.kind !== 'denied') return removed;
        await letGoHere(key);
      }
      const forgotten = await store.forgetDiscarded(key);
      if (!forgotten.ok) return forgotten;
    }
    return succeeded(next);
  };
}
