import { useEffect, useState } from 'react';
import { conflictBlocks } from '#src/notes/conflict-block.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, WaitingChange } from '#src/services.ts';

/** Whole notes are read for it, so only so many are looked at. */
const atMost = 200;

/** Which of the notes hold two versions of a place that nobody has chosen between. */
export const useClashing = (notebook: Notebook, changes: readonly WaitingChange[] | null): ReadonlySet<NoteId> => {
  const [clashing, setClashing] = useState<ReadonlySet<NoteId>>(new Set());
  useEffect(() => {
    let current = true;
    const look = async () => {
      const records = await Promise.all(changes?.slice(0, atMost).map(({ noteId }) => notebook.read(noteId)) ?? []);
      const found = records.flatMap((record) =>
        record !== undefined && conflictBlocks(record.text).length > 0 ? [record.id] : [],
      );
      if (current) setClashing(new Set(found));
    };
    look().catch(() => undefined);
    return () => {
      current = false;
    };
  }, [notebook, changes]);
  return clashing;
};
