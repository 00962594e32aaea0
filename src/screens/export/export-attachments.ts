import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { attachmentFileName } from '#src/notes/export-file-name.ts';
import { withExportedLinks } from '#src/notes/export-links.ts';
import type { ExportPaths } from '#src/notes/export-paths.ts';
import { type NoteAttachment, noteAttachments } from '#src/notes/note-attachments.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import type { Notebook, NoteRecord } from '#src/services.ts';
import type { Words } from '#src/words/words.ts';
import type { Missing, Unnamed } from './export-report.ts';
import { createFetchFile } from './fetch-file.ts';
import { noRoom, type ZipWriter } from './zip.ts';

interface AttachmentExportParts {
  readonly notebook: Pick<Notebook, 'files'>;
  readonly home: AttachmentHome;
  readonly signal: AbortSignal;
  readonly zip: ZipWriter;
  readonly paths: ExportPaths;
  readonly words: Words;
}

/** The attachments of one export. Each is fetched and written once, however many notes name it. */
interface AttachmentExport {
  /**
   * Writes the note's attachments, as far as they can be had, and gives the text with links to them. `path`: the note's own in the
   * export; `tell` is called with the name of each that is being fetched.
   */
  add(note: NoteRecord, path: string, tell: (fetching: string) => void): Promise<string>;
  count(): number;
  readonly missing: readonly Missing[];
  readonly unnamed: readonly Unnamed[];
}

export const createAttachmentExport = (parts: AttachmentExportParts): AttachmentExport => {
  const { home, signal, zip, paths, words } = parts;
  const fetchFile = createFetchFile(parts.notebook.files);
  /** Where each object went, by its key; undefined for one that could not be had. */
  const files = new Map<string, string | undefined>();
  const missing: Missing[] = [];
  const unnamed: Unnamed[] = [];
  let count = 0;

  const write = async ({ name, keys }: NoteAttachment, note: string, changedAt: number) => {
    const wanted = attachmentFileName(name, keys[0] ?? '');
    const miss = (reason: string) => {
      missing.push({ name: wanted.stem + wanted.extension, note, reason });
      return undefined;
    };
    const fetched = await fetchFile(keys);
    signal.throwIfAborted();
    if (!fetched.ok) return miss(words.told(fetched.failure));
    const path = paths.attachment(wanted);
    if (!zip.hasRoom(path, fetched.value.size)) return miss(words.t(noRoom));
    await zip.add(path, fetched.value, changedAt);
    signal.throwIfAborted();
    count += 1;
    return path;
  };

  return {
    async add(note, path, tell) {
      for (const attachment of noteAttachments(note.text, note.attachment, home)) {
        const [key = attachment.name] = attachment.keys;
        if (!files.has(key)) {
          tell(attachment.name);
          files.set(key, await write(attachment, path, note.changedAt));
        }
        const file = files.get(key);
        if (file !== undefined && !attachment.named) unnamed.push({ path: file, note: path });
      }
      return withExportedLinks(note.text, path, (reference) => files.get(referenceToKey(reference, home.identityId)));
    },
    count: () => count,
    missing,
    unnamed,
  };
};
