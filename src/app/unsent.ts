import type { Notebook, Unsent } from '#src/services.ts';
import type { Words } from '#src/words/words.ts';

/** How many notes and files signing out would lose, as far as this page has heard. */
export const unsentOf = (notebook: Notebook): Unsent => ({
  notes: notebook.sync.get().waiting,
  files: notebook.files.uploads.get().length,
});

/** Whether signing out now loses nothing. The device is asked, since a page that has just opened has heard of nothing yet. */
export const isAllSent = async (notebook: Notebook): Promise<boolean> => {
  // A copy that cannot be read keeps nobody from leaving.
  const { notes, files } = await notebook.unsent().catch(() => unsentOf(notebook));
  return notes + files === 0;
};

/** What is unsent in words, where it is something. */
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
