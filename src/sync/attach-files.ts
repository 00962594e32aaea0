import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { withLinksAt } from '#src/notes/links-at.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NewUpload } from '#src/store/file-store.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { Attached, PickedFile, Place } from './notebook-files.ts';
import { isLeaving } from './record-state.ts';
import { type Estimate, streamRule } from './stream-rule.ts';
import { newUpload, type TakenFile, takenIn } from './taken-files.ts';
import type { createUploadList } from './upload-list.ts';

/** Raster formats that cannot carry script: shown in the text. */
export const raster = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

/** What it takes to attach a file. */
export interface AttachDeps {
  readonly store: NoteStore;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'edited' | 'written'>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly maxBytes: number;
  readonly estimate: Estimate | null;
  readonly chosen: Pick<ChosenFiles, 'hold' | 'letGo'>;
  readonly list: Pick<ReturnType<typeof createUploadList>, 'coming' | 'came'>;
}

/**
 * Puts files into a note: their bytes, what is known of them and their links, of all or of none. From then on they are safe, and the
 * queue sends them. A note that does not exist yet is made; one on its way out takes them along. The bytes of a file for which the device
 * has no room stay where they are, and this tab holds the file (stream-rule.ts).
 */
export async function attachFiles(
  {
    noteId,
    picked,
    place,
  }: { readonly noteId: NoteId; readonly picked: readonly PickedFile[]; readonly place: Place | null },
  deps: AttachDeps,
): Promise<Result<readonly Attached[], StoreFailure>> {
  const attached = await Promise.all(picked.map((one) => takenIn(one, deps)));
  const taken = attached.filter((one) => 'key' in one);
  if (taken.length > 0) {
    const links = taken.map(({ key, name, type }) =>
      attachmentLink({ key, identityId: deps.home.identityId, name, inline: raster.test(type) }),
    );
    const changed = await writeTaken(taken, noteId, withLinks({ noteId, links, place }, deps), deps);
    if (!changed.ok) return changed;
  }
  return succeeded(
    attached.map((one) => ('key' in one ? { name: one.name, key: one.key } : { name: one.name, refused: one.refused })),
  );
}

/** Changes the note, with the rows and the bytes of these files; `transition` as in `NoteStore.change`. */
export async function writeTaken(
  taken: readonly TakenFile[],
  noteId: NoteId,
  transition: (record: NoteRecord | undefined) => NoteRecord | undefined,
  deps: AttachDeps,
): Promise<Result<unknown, StoreFailure>> {
  const write = (isStreamed: (bytes: number) => boolean) => {
    // A millisecond apart, so that they keep their order.
    const now = deps.now();
    const along = taken.map((one, at) =>
      newUpload({ ...one, noteId, now: now + at, streamed: isStreamed(one.file.size) }),
    );
    return writeWith(along, taken, () => deps.store.change([noteId], transition, 'writing', along), deps);
  };
  const first = await write(await streamRule(deps.estimate));
  return !first.ok && first.failure.kind === 'full' ? write(() => true) : first;
}

/** Has the list and the tab have them before they are written, and no longer where they are not. */
async function writeWith<T>(
  along: readonly NewUpload[],
  taken: readonly TakenFile[],
  write: () => Promise<Result<T, StoreFailure>>,
  { chosen, list }: Pick<AttachDeps, 'chosen' | 'list'>,
): Promise<Result<T, StoreFailure>> {
  const rows = along.map(({ row }) => row);
  const streamed = rows.filter(({ source }) => source.kind === 'streamed').map(({ key }) => key);
  for (const { key, file } of taken) if (streamed.includes(key)) chosen.hold(key, file);
  list.coming(rows);
  const written = await write();
  await list.came(rows);
  if (!written.ok) chosen.letGo(streamed);
  return written;
}

function withLinks(
  {
    noteId,
    links,
    place,
  }: { readonly noteId: NoteId; readonly links: readonly string[]; readonly place: Place | null },
  { home, edits, now }: AttachDeps,
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
