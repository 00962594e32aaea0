import type { ObjectStorage } from '#src/aws/object-storage.ts';
import { type Failure, type Result, succeeded } from '#src/notes/result.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type { ChosenFiles } from './chosen-files.ts';
import { streamedBytes } from './upload-bytes.ts';

/** Why a file cannot be the one that was attached. */
export type WrongFile = Failure<'wrong file'>;

/**
 * Takes a file that was chosen again for an upload that has lost its own, and has it go on where it was. As far as can be known it must be
 * the same: as large, and with the checksum of each part that S3 has confirmed. Otherwise it is not taken, and the value is why.
 */
export async function chooseAgain(
  key: string,
  file: File,
  deps: {
    readonly store: Pick<NoteStore, 'files'>;
    readonly objects: Pick<ObjectStorage, 'checksum'>;
    readonly chosen: Pick<ChosenFiles, 'hold' | 'letGo'>;
  },
): Promise<Result<WrongFile | null, StoreFailure>> {
  const files = await deps.store.files();
  const row = (await files.uploads()).find((one) => one.key === key);
  if (row === undefined || row.source.kind !== 'streamed') return succeeded(null);
  const found: StoredUpload = { ...row, source: { kind: 'streamed', lastModified: file.lastModified } };
  const wrong = await whatIsWrong(found, file, deps.objects);
  if (wrong !== null) return succeeded(wrong);
  // First, so that it is there when the leading tab asks.
  deps.chosen.hold(key, file);
  let isTaken = false;
  const changed = await files.changeUpload(key, (one) => {
    isTaken = one !== undefined && one.wish !== 'cancel' && isAsItWas(one, row);
    return isTaken && one !== undefined ? { ...one, source: found.source, wish: 'send', problem: null } : one;
  });
  if (!isTaken || !changed.ok) deps.chosen.letGo([key]);
  return changed.ok ? succeeded(null) : changed;
}

async function whatIsWrong(
  { name, size, source, multipart }: StoredUpload,
  file: File,
  objects: Pick<ObjectStorage, 'checksum'>,
): Promise<WrongFile | null> {
  if (file.size !== size) return { ...otherSize, values: { name } };
  const bytes = streamedBytes({ size, source }, file);
  const first = await bytes.part(0, 1);
  if (!first.ok) return { ...unreadable, details: first.failure.details };
  if (multipart === null) return null;
  const { partSize, parts } = multipart;
  for (const { number, sha256 } of parts) {
    const part = await bytes.part((number - 1) * partSize, number * partSize);
    if (!part.ok) return { ...unreadable, details: part.failure.details };
    if ((await objects.checksum(part.value)) !== sha256) return { ...otherContent, values: { name } };
  }
  return null;
}

/** Meanwhile another tab may have been given a file for it. */
const isAsItWas = (now: StoredUpload, before: StoredUpload): boolean =>
  now.source.kind === 'streamed' &&
  before.source.kind === 'streamed' &&
  now.source.lastModified === before.source.lastModified &&
  now.multipart?.parts.length === before.multipart?.parts.length;

const otherSize: WrongFile = {
  kind: 'wrong file',
  message: 'This is not “{name}” as it was when it was attached: it has another size. Choose the same file.',
  details: '',
};

const otherContent: WrongFile = {
  kind: 'wrong file',
  message:
    'This is not “{name}” as it was when it was attached: what has been sent already is not in it. Choose the same file, or cancel and attach this one.',
  details: '',
};

const unreadable: WrongFile = {
  kind: 'wrong file',
  message: 'The file could not be read: it was changed, moved or removed after it was chosen. Choose it again.',
  details: '',
};
