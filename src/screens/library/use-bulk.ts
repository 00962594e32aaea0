import { useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { Notebook, StoreFailure } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

/** What is done with each of many notes, and what takes it back. */
export interface BulkAct {
  /** Whether the note is another one by it. */
  act(id: NoteId): Promise<Result<boolean, StoreFailure>>;
  undo(id: NoteId): Promise<Result<unknown, StoreFailure>>;
  /** What is said of so many. */
  told(count: number): string;
  /** All of it has been taken back. */
  onUndone?(): void;
}

interface Progress {
  readonly done: number;
  readonly of: number;
}

/** Written in one go; few enough that the page does not stand still. */
const batch = 20;

/** A change of the text as an act. */
export const editing = (
  notebook: Notebook,
  change: (text: string) => string,
  back: (text: string, id: NoteId) => string,
  told: BulkAct['told'],
): BulkAct => ({
  async act(id) {
    let changed = false;
    const result = await notebook.edit(id, (text) => {
      const next = change(text);
      changed = next !== text;
      return next;
    });
    return result.ok ? succeeded(changed) : result;
  },
  undo: (id) => notebook.edit(id, (text) => back(text, id)),
  told,
});

/** Does one thing with many notes: one message at the end, which takes all of it back, and a way to stop before. */
export const useBulk = () => {
  const toasts = useToasts();
  const { t, told } = useWords();
  const [progress, setProgress] = useState<Progress | null>(null);
  const stopped = useRef(false);

  const each = async <T>(
    ids: readonly NoteId[],
    act: (id: NoteId) => Promise<Result<T, StoreFailure>>,
    onDone: (ids: readonly NoteId[], done: number) => void,
  ) => {
    let failure: StoreFailure | null = null;
    for (let from = 0; from < ids.length && !stopped.current; from += batch) {
      const part = ids.slice(from, from + batch);
      const results = await Promise.all(part.map(act));
      for (const result of results) if (!result.ok) failure ??= result.failure;
      const changed = part.filter((_, at) => {
        const result = results[at];
        return result?.ok === true && result.value !== false;
      });
      onDone(changed, from + part.length);
    }
    if (failure !== null) toasts.show({ message: told(failure) });
    return failure === null;
  };

  const run = async (ids: readonly NoteId[], act: BulkAct) => {
    stopped.current = false;
    setProgress({ done: 0, of: ids.length });
    const changed: NoteId[] = [];
    await each(ids, act.act, (now, done) => {
      changed.push(...now);
      setProgress({ done, of: ids.length });
    });
    setProgress(null);
    if (changed.length === 0) return;
    const undo = async () => {
      stopped.current = false;
      if (await each(changed, act.undo, () => undefined)) toasts.show({ message: t('Undone') });
      act.onUndone?.();
    };
    toasts.show({ message: act.told(changed.length), action: { label: t('Undo'), onAct: () => void undo() } });
  };
  const stop = () => {
    stopped.current = true;
  };
  return { run, stop, progress };
};
