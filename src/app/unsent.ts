import type { Notebook } from '#src/services.ts';

/** How many notes and files signing out now would lose. */
export const unsentOf = (notebook: Notebook): { readonly notes: number; readonly files: number } => ({
  notes: notebook.sync.get().waiting,
  files: notebook.uploads.get().filter(({ state }) => state.kind === 'sending').length,
});

/** The same in words; '' where it is nothing. */
export const unsentWords = ({ notes, files }: ReturnType<typeof unsentOf>): string =>
  [
    ...(notes === 0 ? [] : [notes === 1 ? '1 note' : `${notes.toLocaleString()} notes`]),
    ...(files === 0 ? [] : [files === 1 ? '1 file' : `${files.toLocaleString()} files`]),
  ].join(' and ');

/** Resolves when no file is on its way any more. */
export const filesSent = (notebook: Notebook): Promise<void> =>
  new Promise((resolve) => {
    let stop = () => {};
    const look = () => {
      if (notebook.uploads.get().some(({ state }) => state.kind === 'sending')) return;
      stop();
      resolve();
    };
    stop = notebook.uploads.subscribe(look);
    look();
  });
