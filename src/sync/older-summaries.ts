import type { NoteStore } from '#src/store/note-store.ts';
import type { NoteList } from './notebook.ts';
import type { Observable } from './observable-value.ts';
import type { Timers } from './timers.ts';

/** The app has its list, its editor and its first round of sync behind it by then; ms. */
const untilSettled = 15_000;
/** Each batch has the list drawn anew; ms between them. */
const pause = 1_000;
const batch = 250;

/**
 * Makes the summaries anew that an older Satchel wrote without the note's links or picture: a little at a time, from the newest on, once for each
 * device. Stops where the store takes nothing.
 */
export function createOlderSummaries(deps: {
  readonly store: Pick<NoteStore, 'change'>;
  readonly list: Observable<NoteList>;
  readonly timers: Timers;
}): { start(): void; stop(): void } {
  const { store, list, timers } = deps;
  const tried = new Set<string>();
  let callOff = () => {};
  let stopped = false;

  const schedule = (ms: number) => {
    callOff = timers.after(ms, () => void next());
  };
  async function next(): Promise<void> {
    const { notes, complete } = list.get();
    const older = notes
      .filter(({ id, links, picture }) => (links === undefined || picture === undefined) && !tried.has(id))
      .slice(0, batch);
    if (older.length === 0) return complete ? undefined : schedule(pause);
    for (const { id } of older) tried.add(id);
    const written = await store.change(
      older.map(({ id }) => id),
      // Another object is written again, with its summary; it counts as no change of the note.
      (record) => (record === undefined ? record : { ...record }),
      'sync',
    );
    if (written.ok && !stopped) schedule(pause);
  }
  return {
    start: () => schedule(untilSettled),
    stop() {
      stopped = true;
      callOff();
    },
  };
}
