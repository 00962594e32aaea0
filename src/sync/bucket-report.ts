import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { amountOf } from './device-use.ts';
import type { ListedObject, Listing } from './list-bucket.ts';
import type { BucketReport } from './storage-report.ts';
import { sentOf } from './upload-queue.ts';

/** What S3 has told, and what has been found out about it. */
export interface Bucket extends Pick<Listing, 'places' | 'objects'> {
  /** Asked for, and not given. */
  readonly absent: ReadonlySet<string>;
  /** Named and mentioned by nothing at all; see `findUnnamed`. */
  readonly unnamed: ReadonlySet<string>;
  readonly refusal: Failure<string> | null;
  readonly failure: Failure<string> | null;
}

/** Younger files may belong to a note that is still on its way from another device; ms. */
const young = 24 * 60 * 60_000;

/** The report of what is in the bucket, beside what notes name now. */
export async function bucketReport(
  bucket: Bucket,
  { store, home }: { readonly store: Pick<NoteStore, 'files' | 'discarded'>; readonly home: AttachmentHome },
): Promise<{
  readonly report: BucketReport;
  /** Keys that S3 has not been asked for. */
  readonly unknown: readonly string[];
  /** Keys that no link names, and that are old enough. */
  readonly suspects: readonly string[];
  readonly stateOf: (keys: readonly string[]) => number | 'sending' | 'missing' | 'unknown';
}> {
  const { places, objects, absent, unnamed, refusal, failure } = bucket;
  const files = await store.files();
  const [named, uploads, kept, discarded] = await Promise.all([
    ...([files.named(), files.uploads(), files.kept(), store.discarded()] as const),
  ]);
  const sending = new Set(uploads.map(({ key }) => key));
  const removed = new Set(discarded.map(({ key }) => key));
  const keptSizes = new Map(kept.map(({ key, size }) => [key, size]));

  const isListed = (key: string) => places.some(({ prefix, listed }) => listed && key.startsWith(prefix));
  const isUnknown = (key: string) => !objects.has(key) && !isListed(key) && !absent.has(key) && !sending.has(key);
  /** undefined: there is none, or nobody knows. */
  const sizeOf = (key: string) =>
    sending.has(key) ? undefined : (objects.get(key)?.size ?? (isListed(key) ? undefined : keptSizes.get(key)));

  const perNote = new Map<NoteId, { id: NoteId; bytes: number; unknown: number }>();
  for (const [key, ids] of named) {
    const size = sizeOf(key);
    const unknown = size === undefined && isUnknown(key) ? 1 : 0;
    if (size === undefined && unknown === 0) continue;
    for (const id of ids) {
      const note = perNote.get(id) ?? { id, bytes: 0, unknown: 0 };
      perNote.set(id, { id, bytes: note.bytes + (size ?? 0), unknown: note.unknown + unknown });
    }
  }

  const others = [...objects].filter(([key]) => !named.has(key) && !sending.has(key));
  const loose = others.filter(([key]) => !removed.has(key));
  const suspects = loose.filter(([, { age }]) => age >= young);
  const amount = (found: readonly (readonly [string, ListedObject])[]) => amountOf(found.map(([, object]) => object));
  // This device has had them, and nothing names them any more.
  const left = kept.filter(({ key }) => isOwn(key, home) && !named.has(key) && !removed.has(key)).map(({ key }) => key);
  const unknown = [...[...named.keys()].filter((key) => sizeOf(key) === undefined), ...left].filter(isUnknown);

  return {
    report: {
      places,
      named: amountOf([...named.keys()].flatMap((key) => sizeOf(key) ?? []).map((size) => ({ size }))),
      notes: [...perNote.values()].toSorted((a, b) => b.bytes - a.bytes || b.unknown - a.unknown),
      unknown: unknown.length,
      parts: uploads.reduce((sum, row) => sum + sentOf(row), 0),
      removed: amountOf(
        [...removed]
          .filter((key) => !named.has(key))
          .flatMap((key) => sizeOf(key) ?? [])
          .map((size) => ({ size })),
      ),
      undeletable: discarded.flatMap(({ key, refused }) =>
        refused === undefined || named.has(key) ? [] : [{ key, said: refused }],
      ),
      remembered: amount(suspects.filter(([key]) => !unnamed.has(key))),
      young: amount(loose.filter(([, { age }]) => !(age >= young))),
      orphans: suspects
        .filter(([key]) => unnamed.has(key))
        .map(([key, object]) => ({ key, ...object }))
        .toSorted((a, b) => b.size - a.size),
      refusal,
      failure,
    },
    unknown,
    suspects: suspects.map(([key]) => key),
    stateOf(keys) {
      if (keys.some((key) => sending.has(key))) return 'sending';
      const size = keys.map(sizeOf).find((one) => one !== undefined);
      return size ?? (keys.some(isUnknown) ? 'unknown' : 'missing');
    },
  };
}

/** Whether it is under the person's own identity. */
const isOwn = (key: string, { identityId }: AttachmentHome) =>
  key.startsWith(identityId) || key.startsWith(`private/${identityId}/`);
