import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { Failure } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { findUnnamed } from './find-unnamed.ts';
import { inParallel } from './in-parallel.ts';
import { inStep, type NotesInStep } from './in-step.ts';
import type { SendAs } from './send-as.ts';
import type { CleanedUp, Orphan, Watched } from './storage-report.ts';

/** Deletions at once. */
const together = 4;

/**
 * See `StorageReport.cleanUp`. Each file is looked for once more in the index of what notes name right before it goes; what this device
 * keeps of it goes, too.
 */
export async function cleanUp(
  orphans: readonly Orphan[],
  { signal, onProgress }: Watched,
  deps: {
    readonly store: NoteStore;
    readonly objects: Pick<ObjectStorage, 'remove'>;
    readonly sendAs: SendAs;
    readonly home: AttachmentHome;
    readonly notes: NotesInStep;
    readonly now: () => number;
    readonly breathe: () => Promise<void>;
  },
): Promise<CleanedUp> {
  const { store, objects, sendAs } = deps;
  const refusal = await inStep(deps.notes, deps.now);
  if (refusal !== null) return { deleted: [], spared: 0, failure: refusal };
  const unnamed = await findUnnamed(
    orphans.map(({ key }) => key),
    deps,
  );
  const going = orphans.filter(({ key }) => unnamed.has(key));
  const deleted: Orphan[] = [];
  let spared = orphans.length - going.length;
  let refused: Failure<string> | null = null;

  const ended = await inParallel(together, going, async (orphan): Promise<Failure<string> | null> => {
    const { key } = orphan;
    if (signal.aborted) return null;
    if ((await store.naming(key)).length > 0) {
      spared += 1;
      return null;
    }
    const removed = await sendAs(() => objects.remove(key));
    if (!removed.ok) {
      // What S3 does not let go, or take as a key, keeps no other from going.
      if (removed.failure.kind !== 'denied' && removed.failure.kind !== 'invalid') return removed.failure;
      refused = removed.failure;
      return null;
    }
    deleted.push(orphan);
    onProgress?.(deleted.length, going.length);
    await (await store.files()).letGo([key]);
    await store.forgetDiscarded(key);
    return null;
  });
  return { deleted, spared, failure: ended ?? refused };
}
