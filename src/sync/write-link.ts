import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import { withLinksAt } from '#src/notes/links-at.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { isLeaving } from './note-transitions.ts';
import type { PickedFile, Place } from './notebook-files.ts';

/** Raster formats that cannot carry script: shown in the text. */
const raster = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

/** Where one of the files that came together goes. */
export interface Spot {
  readonly place: Place;
  /** The links of those that have arrived, each at the index that its file had among them. */
  readonly links: (string | undefined)[];
  readonly index: number;
}

interface Arrived {
  readonly noteId: NoteId;
  readonly picked: PickedFile;
  readonly key: string;
  /** null: at the end. */
  readonly spot: Spot | null;
  /** Whether the note was there when the file set out. */
  readonly existed: boolean;
}

/**
 * Writes the link to a file that has arrived into its note. A note that is on its way out takes it along; one that `existed` and is
 * gone does not come back.
 */
export async function writeLink(
  { noteId, picked, key, spot, existed }: Arrived,
  deps: {
    readonly store: NoteStore;
    readonly home: AttachmentHome;
    readonly edits: Pick<typeof personEdits, 'edited' | 'written'>;
    readonly now: () => number;
  },
): Promise<Result<void, Failure<string>>> {
  const { home, edits, now } = deps;
  const inline = raster.test(picked.file.type);
  const link = attachmentLink({ key, identityId: home.identityId, name: picked.name, inline });
  const atEnd = (text: string) => addAttachment(text, link);
  const atPlace = spot === null ? null : putAt(spot, link);

  const withLink = (record: NoteRecord | undefined): NoteRecord | undefined => {
    if (record === undefined && existed) return undefined;
    if (record !== undefined && isLeaving(record)) return { ...record, text: atEnd(record.text) };
    const act = { id: noteId, now: now(), home };
    const placed = atPlace === null ? undefined : edits.written(record, { ...act, ...atPlace });
    // Where the words around the place have become others, it is not worth a clash.
    return placed?.text.includes(link) && clashes(placed) <= clashes(record)
      ? placed
      : edits.edited(record, { ...act, change: atEnd });
  };
  const changed = await deps.store.change([noteId], withLink, 'writing');
  if (!changed.ok) return changed;
  return changed.value[0] === undefined ? failed(noteGone) : succeeded(undefined);
}

const clashes = (record: NoteRecord | undefined): number => conflictBlocks(record?.text ?? '').length;

/** The text that was seen at the place, with the links that are there already, and with this one as well; in the order of their files. */
function putAt({ place, links, index }: Spot, link: string): { readonly seen: string; readonly text: string } | null {
  const withAll = () => {
    const there = links.filter((one) => one !== undefined);
    return there.length === 0 ? place.seen : withLinksAt(place.seen, place.offset, there);
  };
  const seen = withAll();
  links[index] = link;
  const text = withAll();
  return seen === null || text === null ? null : { seen, text };
}

const noteGone: Failure<'note gone'> = {
  kind: 'note gone',
  message: 'The note was deleted before the file had arrived, so there is nothing to attach it to.',
  details: '',
};
