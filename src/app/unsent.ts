import type { Notebook } from '#src/services.ts';
import type { Words } from '#src/words/words.ts';

/** How many notes and files signing out now would lose. */
export const unsentOf = (notebook: Notebook): { readonly notes: number; readonly files: number } => ({
  notes: notebook.sync.get().waiting,
  files: notebook.files.uploads.get().length,
});

type Unsent = ReturnType<typeof unsentOf>;

export const isNothing = ({ notes, files }: Unsent): boolean => notes + files === 0;

/** The same in words, where it is something. */
export const unsentWords = (unsent: Unsent, { t, counted }: Words): string => {
  const notes = counted(unsent.notes, '1 note', '{count} notes');
  const files = counted(unsent.files, '1 file', '{count} files');
  if (unsent.files === 0) return notes;
  return unsent.notes === 0 ? files : t('{notes} and {files}', { notes, files });
};

/** Resolves when no file is on its way any more but those that wait for a person, or when nothing can be sent now. */
export const filesSent = (notebook: Notebook): Promise<void> =>
  new Promise((resolve) => {
    let stop: readonly (() => void)[] = [];
    const look = () => {
      const isOver = /^(offline|signed out)$/.test(notebook.sync.get().phase);
      const kinds = notebook.files.uploads.get().map(({ state }) => state.kind);
      if (!isOver && (kinds.includes('waiting') || kinds.includes('sending'))) return;
      for (const one of stop) one();
      resolve();
    };
    stop = [notebook.files.uploads.subscribe(look), notebook.sync.subscribe(look)];
    look();
  });
