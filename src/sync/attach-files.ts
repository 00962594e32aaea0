import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { fileType, fileTypeBytes } from '#src/notes/file-type.ts';
import { withLinksAt } from '#src/notes/links-at.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NewUpload } from '#src/store/file-store.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import type { Attached, PickedFile, Place } from './notebook-files.ts';
import { isLeaving } from './record-state.ts';
import { tooLargeToSend } from './upload-limit.ts';
import type { createUploadList } from './upload-list.ts';

/** Raster formats that cannot carry script: shown in the text. */
const raster = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

interface Deps {
  readonly store: NoteStore;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'edited' | 'written'>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly maxBytes: number;
  readonly list: Pick<ReturnType<typeof createUploadList>, 'coming' | 'came'>;
}

/**
 * Puts files into a note: their bytes, what is known of them and their links, of all or of none. From then on they are safe, and the
 * queue sends them. A note that does not exist yet is made; one on its way out takes them along.
 */
export async function attachFiles(
  {
    noteId,
    picked,
    place,
  }: { readonly noteId: NoteId; readonly picked: readonly PickedFile[]; readonly place: Place | null },
  deps: Deps,
): Promise<Result<readonly Attached[], StoreFailure>> {
  const attached = await Promise.all(picked.map((one) => takenIn(one, deps)));
  const taken = attached.filter((one) => 'key' in one);
  if (taken.length > 0) {
    const links = taken.map(({ key, name, type }) =>
      attachmentLink({ key, identityId: deps.home.identityId, name, inline: raster.test(type) }),
    );
    // A millisecond apart, so that they keep their order.
    const along = taken.map((one, at) => newUpload({ ...one, noteId, now: deps.now() + at }));
    const rows = along.map(({ row }) => row);
    deps.list.coming(rows);
    const changed = await deps.store.change([noteId], withLinks({ noteId, links, place }, deps), 'writing', along);
    await deps.list.came(rows);
    if (!changed.ok) return changed;
  }
  return succeeded(
    attached.map((one) => ('key' in one ? { name: one.name, key: one.key } : { name: one.name, refused: one.refused })),
  );
}

/** A file that is taken, with its key and what it is by its content. */
interface Taken {
  readonly key: string;
  readonly name: string;
  readonly file: File;
  readonly type: string;
}

async function takenIn(
  { name, file }: PickedFile,
  { home, now, randomBytes, maxBytes }: Deps,
): Promise<Taken | { readonly name: string; readonly refused: AwsFailure }> {
  const refused = tooLargeToSend({ name, size: file.size }, maxBytes);
  if (refused !== null) return { name, refused };
  const key = newObjectKey({ prefix: home.prefix, now: now(), randomBytes, name: file.name });
  return { key, name, file, type: await typeOf(file) };
}

async function typeOf(file: File): Promise<string> {
  try {
    return fileType(new Uint8Array(await file.slice(0, fileTypeBytes).arrayBuffer()), file.name);
  } catch {
    // It cannot be read, which the store is about to say.
    return '';
  }
}

const newUpload = (of: Taken & { readonly noteId: NoteId; readonly now: number }): NewUpload => ({
  row: {
    ...{ key: of.key, noteId: of.noteId, name: of.name, type: of.type, size: of.file.size, addedAt: of.now },
    source: { kind: 'kept' },
    wish: 'send',
    multipart: null,
    sentAgain: 0,
    problem: null,
  },
  bytes: of.file,
});

function withLinks(
  {
    noteId,
    links,
    place,
  }: { readonly noteId: NoteId; readonly links: readonly string[]; readonly place: Place | null },
  { home, edits, now }: Deps,
): (record: NoteRecord | undefined) => NoteRecord {
  const atEnd = (text: string) => links.reduce(addAttachment, text);
  const placed = place === null ? null : withLinksAt(place.seen, place.offset, links);
  const act = { id: noteId, now: now(), home };
  return (record) => {
    if (record !== undefined && isLeaving(record)) return { ...record, text: atEnd(record.text) };
    if (place !== null && placed !== null) {
      const written = edits.written(record, { ...act, seen: place.seen, text: placed });
      // Where the words around the place have become others, it is not worth a clash.
      const isThere = written !== undefined && links.every((link) => written.text.includes(link));
      if (isThere && clashes(written) <= clashes(record)) return written;
    }
    return edits.edited(record, { ...act, change: atEnd });
  };
}

const clashes = (record: NoteRecord | undefined): number => conflictBlocks(record?.text ?? '').length;
