import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteList, Observable } from '#src/services.ts';

/** Those of the notes that are in the list, which is waited for: what is in no list is on its way out. In the list's order. */
export const notesToExport = async (
  list: Observable<NoteList>,
  wanted: 'all' | readonly NoteId[],
  signal: AbortSignal,
): Promise<readonly NoteId[]> => {
  await wholeList(list, signal);
  const listed = list.get().notes.map(({ id }) => id);
  if (wanted === 'all') return listed;
  const chosen = new Set(wanted);
  return listed.filter((id) => chosen.has(id));
};

const wholeList = (list: Observable<NoteList>, signal: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    let stop = () => {};
    const look = () => {
      if (!list.get().complete && !signal.aborted) return;
      stop();
      signal.removeEventListener('abort', look);
      if (signal.aborted) reject(signal.reason);
      else resolve();
    };
    stop = list.subscribe(look);
    signal.addEventListener('abort', look);
    look();
  });
