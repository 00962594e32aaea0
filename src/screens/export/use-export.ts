import { useEffect, useEffectEvent, useState } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Notebook, useServices } from '#src/services.ts';
import { saveFile } from '#src/ui/save-file.ts';
import { useWords } from '#src/words/use-words.ts';
import { type Exported, type ExportProgress, exportNotes } from './export-notes.ts';

export interface ExportWanted {
  readonly notebook: Notebook;
  readonly home: AttachmentHome;
  readonly notes: 'all' | readonly NoteId[];
}

export type ExportState =
  | { readonly kind: 'running'; readonly progress: ExportProgress }
  | { readonly kind: 'done'; readonly exported: Exported }
  /** `details`: the original error. */
  | { readonly kind: 'failed'; readonly details: string };

const begun: ExportState = { kind: 'running', progress: { done: 0, total: 0, fetching: null } };

/** Exports the notes that are wanted when the component comes, saves the file, and stops when the component goes. */
export const useExport = ({ notebook, home, notes }: ExportWanted): ExportState => {
  const { now } = useServices();
  const words = useWords();
  const [state, setState] = useState<ExportState>(begun);
  const run = useEffectEvent(async (signal: AbortSignal) => {
    const onProgress = (progress: ExportProgress) => setState({ kind: 'running', progress });
    const exported = await exportNotes({ notebook, home, notes, signal, onProgress, now, words });
    if (signal.aborted) return;
    if (exported.notes > 0) saveFile(exported.file, exported.name);
    setState({ kind: 'done', exported });
  });
  useEffect(() => {
    const stopping = new AbortController();
    run(stopping.signal).catch((error: unknown) => {
      if (!stopping.signal.aborted) setState({ kind: 'failed', details: String(error) });
    });
    return () => stopping.abort();
  }, []);
  return state;
};
