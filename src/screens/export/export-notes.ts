import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { createExportPaths } from '#src/notes/export-paths.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook } from '#src/services.ts';
import { createBreather } from '#src/ui/breather.ts';
import type { Words } from '#src/words/words.ts';
import { createAttachmentExport } from './export-attachments.ts';
import { type Missing, missingReport, unnamedReport } from './export-report.ts';
import { notesToExport } from './notes-to-export.ts';
import { createZip, noRoom } from './zip.ts';

interface ExportRequest {
  readonly notebook: Pick<Notebook, 'list' | 'read' | 'files'>;
  readonly notes: 'all' | readonly NoteId[];
  readonly home: AttachmentHome;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: ExportProgress) => void;
  /** ms */
  readonly now: () => number;
  readonly words: Words;
}

export interface ExportProgress {
  readonly done: number;
  readonly total: number;
  /** The name of the attachment that is being fetched. */
  readonly fetching: string | null;
}

export interface Exported {
  /** What the file is to be called. */
  readonly name: string;
  readonly file: Blob;
  readonly notes: number;
  /** How many of the attachments are in it. */
  readonly attachments: number;
  readonly missing: readonly Missing[];
}

/**
 * Makes a zip file of notes as they are on this device, with those of their attachments that can be had; of one note without attachments
 * its Markdown file alone. Rejects where the signal says so, and where the device's copy cannot be read.
 */
export const exportNotes = async (request: ExportRequest): Promise<Exported> => {
  const { notebook, home, signal, onProgress, now, words } = request;
  const breathe = createBreather(now);
  const zip = createZip(breathe);
  const paths = createExportPaths();
  const attachments = createAttachmentExport({ notebook, home, signal, zip, paths, words });
  const missingNotes: Missing[] = [];
  let notes = 0;
  let only: { readonly path: string; readonly content: Blob } | null = null;

  const ids = await notesToExport(notebook.list, request.notes, signal);
  for (const [done, id] of ids.entries()) {
    const tell = (fetching: string | null) => onProgress({ done, total: ids.length, fetching });
    tell(null);
    const record = await notebook.read(id);
    signal.throwIfAborted();
    // Deleted since the list was looked at.
    if (record === undefined) continue;
    const path = paths.note(record.text);
    const text = await attachments.add(record, path, tell);
    const content = new Blob([text], { type: 'text/markdown' });
    if (zip.hasRoom(path, content.size)) {
      await zip.add(path, content, record.changedAt);
      notes += 1;
      only = ids.length === 1 ? { path, content } : null;
    } else {
      missingNotes.push({ name: path, note: null, reason: words.t(noRoom) });
    }
    await breathe();
    signal.throwIfAborted();
  }

  const missing = [...missingNotes, ...attachments.missing];
  const told = { notes, attachments: attachments.count(), missing };
  if (only !== null && request.notes !== 'all' && told.attachments + missing.length === 0) {
    return { ...told, name: only.path.slice(only.path.lastIndexOf('/') + 1), file: only.content };
  }
  const report = (path: string, text: string) => zip.add(path, new Blob([text]), now());
  if (missing.length > 0) await report(words.t('Not exported.txt'), missingReport(missing, words));
  if (attachments.unnamed.length > 0)
    await report(words.t('Files without a link.txt'), unnamedReport(attachments.unnamed, words));
  return { ...told, name: `Satchel ${dayOf(now())}.zip`, file: zip.end() };
};

/** The day where the person is, as YYYY-MM-DD. */
const dayOf = (at: number): string => {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
