import * as v from 'valibot';
import type { KeptFile, StoredUpload, Thumb } from './file-store.ts';
import { bytesSchema } from './stored-bytes.ts';
import { noteIdSchema, problemSchema, time } from './stored-schemas.ts';

const size = v.pipe(v.number(), v.integer(), v.minValue(0));

const uploadSchema: v.GenericSchema<unknown, StoredUpload> = v.object({
  key: v.string(),
  noteId: noteIdSchema,
  name: v.string(),
  type: v.string(),
  size,
  addedAt: time,
  source: v.variant('kind', [
    v.object({ kind: v.literal('kept') }),
    v.object({ kind: v.literal('streamed'), lastModified: time }),
  ]),
  wish: v.picklist(['send', 'pause', 'cancel']),
  notBefore: v.exactOptional(time),
  multipart: v.nullable(
    v.object({
      uploadId: v.string(),
      partSize: v.pipe(size, v.minValue(1)),
      parts: v.array(v.object({ number: v.pipe(size, v.minValue(1)), etag: v.string(), sha256: v.string() })),
    }),
  ),
  sentAgain: size,
  problem: problemSchema,
});

const keptSchema: v.GenericSchema<unknown, KeptFile> = v.object({
  key: v.string(),
  size,
  type: v.string(),
  usedAt: time,
});

const thumbSchema: v.GenericSchema<unknown, Thumb> = v.object({
  key: v.string(),
  blob: bytesSchema,
  width: size,
  height: size,
});

const parsedBy =
  <T>(schema: v.GenericSchema<unknown, T>) =>
  (row: unknown): T | undefined => {
    const parsed = v.safeParse(schema, row);
    return parsed.success ? parsed.output : undefined;
  };

// undefined: it is none, whatever it is.
export const parseUpload = parsedBy(uploadSchema);
export const parseKept = parsedBy(keptSchema);
export const parseThumb = parsedBy(thumbSchema);

/** The first added first; of those added at once, in the order of their keys, which begin with the time. */
export const inOrder = (uploads: readonly StoredUpload[]): readonly StoredUpload[] =>
  uploads.toSorted((a, b) => a.addedAt - b.addedAt || (a.key < b.key ? -1 : 1));

export const longestUnused = (files: readonly KeptFile[]): readonly KeptFile[] =>
  files.toSorted((a, b) => a.usedAt - b.usedAt);

/** A transition that makes a row of another file, or has its bytes somewhere else, throws. */
export function checkedUpload(
  key: string,
  before: StoredUpload | undefined,
  after: StoredUpload | undefined,
): StoredUpload | undefined {
  if (after === undefined) return undefined;
  if (after.key !== key) throw new Error(`The transition of ${key} made a row of ${after.key}.`);
  if (before !== undefined && before.source.kind !== after.source.kind)
    throw new Error(`The transition of ${key} moved its bytes.`);
  return after;
}

/** Whether a file's last use is to be written down anew: not with every look at it. All in ms. */
export const isUsedAnew = (usedAt: number, now: number): boolean => Math.abs(now - usedAt) >= 3_600_000;
