import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { fileType, fileTypeBytes } from '#src/notes/file-type.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import type { NewUpload } from '#src/store/file-store.ts';
import { freshUpload } from './fresh-upload.ts';
import type { PickedFile } from './notebook-files.ts';
import { tooLargeToSend } from './upload-limit.ts';

/** A file that is taken, with its key and what it is by its content. */
export interface TakenFile {
  readonly key: string;
  readonly name: string;
  readonly file: File;
  readonly type: string;
}

export async function takenIn(
  { name, file }: PickedFile,
  deps: {
    readonly home: AttachmentHome;
    readonly now: () => number;
    readonly randomBytes: (length: number) => Uint8Array;
    readonly maxBytes: number;
  },
): Promise<TakenFile | { readonly name: string; readonly refused: AwsFailure }> {
  const { home, now, randomBytes, maxBytes } = deps;
  const refused = tooLargeToSend({ name, size: file.size }, maxBytes);
  if (refused !== null) return { name, refused };
  const key = newObjectKey({ prefix: home.prefix, now: now(), randomBytes, name: file.name });
  return { key, name, file, type: await typeOf(file) };
}

async function typeOf(file: File): Promise<string> {
  try {
    return fileType(new Uint8Array(await file.slice(0, fileTypeBytes).arrayBuffer()), file.name);
  } catch {
    // It cannot be read, which the store is about to say, or else whoever sends it from where it is.
    return '';
  }
}

/** `streamed`: it is sent from where it is. */
export const newUpload = ({
  file,
  now,
  streamed,
  ...taken
}: TakenFile & { readonly noteId: NoteId; readonly now: number; readonly streamed: boolean }): NewUpload => ({
  row: freshUpload({
    ...taken,
    ...{ size: file.size, addedAt: now },
    source: streamed ? { kind: 'streamed', lastModified: file.lastModified } : { kind: 'kept' },
  }),
  bytes: streamed ? null : file,
});
