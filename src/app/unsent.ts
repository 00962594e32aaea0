import type { Notebook } from '#src/services.ts';

/** What signing out now would lose, in words; empty where nothing. */
export const unsentOf = (notebook: Notebook): readonly string[] => {
  const { waiting } = notebook.sync.get();
  const files = notebook.uploads.get().filter(({ state }) => state.kind === 'sending').length;
  return [
    ...(waiting === 0 ? [] : [waiting === 1 ? '1 note' : `${waiting.toLocaleString()} notes`]),
    ...(files === 0 ? [] : [files === 1 ? '1 file' : `${files.toLocaleString()} files`]),
  ];
};

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
