import { useEffect, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, Snapshot } from '#src/services.ts';
import { keepAsking } from '#src/ui/keep-asking.ts';

export interface NoteHistory {
  /** The note's present text; null where the note is gone. */
  readonly present: string | null;
  readonly versions: readonly Snapshot[];
}

/** A note with its earlier texts, as they stand now; null until the device has been asked. */
export const useNoteHistory = (notebook: Notebook, id: NoteId): NoteHistory | null => {
  const [history, setHistory] = useState<NoteHistory | null>(null);
  useEffect(() => {
    const ask = async (): Promise<NoteHistory> => {
      const [record, versions] = await Promise.all([notebook.read(id), notebook.history(id)]);
      return { present: record?.text ?? null, versions };
    };
    const note = { subscribe: (listener: () => void) => notebook.watch(id, listener) };
    return keepAsking(ask, setHistory, [note]);
  }, [notebook, id]);
  return history;
};
