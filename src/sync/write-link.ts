import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { isLeaving } from './note-transitions.ts';

/** Raster formats that cannot carry script: shown in the text. */
const raster = /^image\/(png|jpeg|gif|webp|avif|bmp)$/;

/**
 * Writes the link to a file that has arrived at the end of its note. One that is on its way out takes it along; one that `existed`
 * when the file set out and is gone does not come back.
 */
export async function writeLink(
  arrived: { readonly noteId: NoteId; readonly file: File; readonly key: string; readonly existed: boolean },
  deps: {
    readonly store: NoteStore;
    readonly home: AttachmentHome;
    readonly edits: Pick<typeof personEdits, 'edited'>;
    readonly now: () => number;
  },
): Promise<Result<void, Failure<string>>> {
  const { noteId, file, key, existed } = arrived;
  const { home, now } = deps;
  const inline = raster.test(file.type);
  const link = attachmentLink({ key, identityId: home.identityId, name: file.name, inline });
  const change = (text: string) => addAttachment(text, link);

  const withLink = (record: NoteRecord | undefined): NoteRecord | undefined => {
    if (record === undefined && existed) return undefined;
    if (record !== undefined && isLeaving(record)) return { ...record, text: change(record.text) };
    return deps.edits.edited(record, { id: noteId, change, now: now(), home });
  };
  const changed = await deps.store.change([noteId], withLink, 'writing');
  if (!changed.ok) return changed;
  return changed.value[0] === undefined ? failed(noteGone) : succeeded(undefined);
}

const noteGone: Failure<'note gone'> = {
  kind: 'note gone',
  message: 'The note was deleted before the file had arrived, so there is nothing to attach it to.',
  details: '',
};
