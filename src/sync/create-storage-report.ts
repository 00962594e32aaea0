import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { succeeded } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { type Bucket, bucketReport } from './bucket-report.ts';
import { cleanUp } from './clean-up.ts';
import { type BrowserRoom, deviceUse, told } from './device-use.ts';
import { findUnnamed } from './find-unnamed.ts';
import { inParallel } from './in-parallel.ts';
import { inStep, type NotesInStep } from './in-step.ts';
import type { KeptLimit, KeptRoom } from './kept-room.ts';
import { type ListedObject, listBucket } from './list-bucket.ts';
import type { PinnedFiles } from './pinned-files.ts';
import type { SendAs } from './send-as.ts';
import type { BucketReport, StorageReport, Watched } from './storage-report.ts';

/** Requests at once that ask for one file each. */
const together = 4;

/** The report over one person's notes and bucket; it remembers what S3 has told it. */
export function createStorageReport(deps: {
  readonly store: NoteStore;
  readonly objects: Pick<ObjectStorage, 'list' | 'facts' | 'remove'>;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly notes: NotesInStep;
  readonly pinned: PinnedFiles;
  readonly room: KeptRoom;
  readonly limit: KeptLimit;
  readonly browser: BrowserRoom;
  /** ms */
  readonly now: () => number;
  /** Lets the page do something else. */
  readonly breathe: () => Promise<void>;
}): StorageReport {
  const { store, objects, sendAs, pinned, room, limit, browser } = deps;
  let bucket: Bucket = {
    places: [],
    objects: new Map(),
    absent: new Set(),
    unnamed: new Set(),
    refusal: null,
    failure: null,
  };
  let last: Awaited<ReturnType<typeof bucketReport>> | null = null;

  async function again(): Promise<BucketReport> {
    last = await bucketReport(bucket, deps);
    return last.report;
  }

  /** Looks among what nothing seems to name for what nothing names indeed. */
  async function judge(): Promise<BucketReport> {
    await again();
    bucket = { ...bucket, unnamed: await findUnnamed(last?.suspects ?? [], deps) };
    return again();
  }

  async function look(watched: Watched): Promise<BucketReport> {
    const refusal = await inStep(deps.notes, deps.now);
    const listing = await listBucket(deps, watched);
    // Ended: what was known before is better than half a list.
    if (watched.signal.aborted) return again();
    bucket = { ...listing, absent: new Set(), unnamed: new Set(), refusal };
    return judge();
  }

  async function measure({ signal, onProgress }: Watched): Promise<BucketReport> {
    await again();
    const asked = last?.unknown ?? [];
    const found = new Map<string, ListedObject>(bucket.objects);
    const absent = new Set(bucket.absent);
    let done = 0;
    const failure = await inParallel(together, asked, async (key) => {
      if (signal.aborted) return null;
      const facts = await sendAs(() => objects.facts(key));
      if (facts.ok) found.set(key, { size: facts.value.size, age: facts.value.age });
      else if (facts.failure.kind === 'denied') absent.add(key);
      else return facts.failure;
      done += 1;
      onProgress?.(done, asked.length);
      return null;
    });
    bucket = { ...bucket, objects: found, absent, failure };
    return judge();
  }

  return {
    device: async () => deviceUse({ ...deps, files: await store.files() }),
    subscribe(listener) {
      const stopping = new AbortController();
      const follow = async () => {
        const files = await store.files();
        if (!stopping.signal.aborted) stopping.signal.addEventListener('abort', files.subscribe(listener));
      };
      // Where the copy is closed there is nothing to tell.
      void told(follow);
      return () => stopping.abort();
    },
    async limitTo(bytes) {
      limit.set(bytes);
      await room.make();
    },
    async letGo() {
      const [files, named] = await Promise.all([store.files(), pinned.keys()]);
      const keys = (await files.kept()).map(({ key }) => key).filter((key) => named?.has(key) !== true);
      return keys.length === 0 ? succeeded(undefined) : files.letGo(keys);
    },
    persist: async () => (await told(() => browser.persist())) ?? false,
    look,
    measure,
    again,
    stateOf: (keys) => last?.stateOf(keys) ?? 'unknown',
    async cleanUp(orphans, watched) {
      const cleaned = await cleanUp(orphans, watched, deps);
      const gone = new Set(cleaned.deleted.map(({ key }) => key));
      bucket = { ...bucket, objects: new Map([...bucket.objects].filter(([key]) => !gone.has(key))) };
      return cleaned;
    },
  };
}
