import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import { noteAttachments } from '#src/notes/note-attachments.ts';
import type { Result } from '#src/notes/result.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { freshUpload } from './fresh-upload.ts';
import { readable } from './readable.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/** Longer than another device may take from its last look at the notes to the end of deleting an object (discards.ts); ms. */
const untilSought = 60_000;

/**
 * Looks after an object that notes name again, though it was let go of somewhere: a note that another device deleted came back, or an older
 * text was restored. S3 is asked whether it is there still, and where not, this device sends what it has of it; what nobody has is shown
 * as gone. Not before AWS has had the name for a minute: until then another device may be about to delete it.
 */
export function createSoughtFiles(deps: {
  readonly store: NoteStore;
  readonly objects: Pick<ObjectStorage, 'facts'>;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
}): (key: string, needing: readonly NoteRecord[]) => Promise<Result<void, RoundFailure>> {
  const { store, objects, sendAs, home, now } = deps;

  /** Since when AWS has known that a note names it; ms, null: it does not. */
  function knownSince(key: string, needing: readonly NoteRecord[]): number | null {
    const told = needing.flatMap(({ base }) =>
      base !== null && base.deleted !== true && keysNamed(base, home).includes(key) ? [base.at] : [],
    );
    return told.length === 0 ? null : Math.min(...told);
  }

  function uploadAgain(key: string, bytes: Blob, { id, text, attachment }: NoteRecord): StoredUpload {
    const name = noteAttachments(text, attachment, home).find(({ keys }) => keys.includes(key))?.name ?? key;
    const { type, size } = bytes;
    return freshUpload({ key, noteId: id, name, type, size, addedAt: now(), source: { kind: 'kept' } });
  }

  return async function seek(key, needing) {
    const files = await store.files();
    const bytes = await readable(await files.bytes(key));
    const isOnItsWay = (await files.uploads()).some((upload) => upload.key === key);
    const [record] = needing;
    if (record === undefined || bytes === undefined || isOnItsWay) return store.forgetDiscarded(key);
    const since = knownSince(key, needing);
    if (since === null || now() - since < untilSought) {
      return store.discard([key], (since ?? now()) + untilSought, 'named');
    }
    const found = await sendAs(() => objects.facts(key));
    if (!found.ok && found.failure.kind !== 'denied' && found.failure.kind !== 'invalid') return found;
    if (!found.ok && found.failure.kind === 'denied') {
      const sent = await files.changeUpload(key, (upload) => upload ?? uploadAgain(key, bytes, record));
      if (!sent.ok) return sent;
    }
    return store.forgetDiscarded(key);
  };
}
