import { useMemo, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Failure } from '#src/notes/result.ts';
import type { NotebookFiles, PickedFile, Place, Services, Upload } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';

/** A file that was not taken, and why. */
interface Refused {
  readonly id: number;
  readonly name: string;
  readonly failure: Failure<string>;
}

/** The files on their way into one note. */
export interface Attaching {
  readonly uploads: readonly Upload[];
  readonly refused: readonly Refused[];
  /** Photos that are being made smaller, and are in no note before that; `done` of them are. */
  readonly shrinking: { readonly done: number; readonly all: number };
  /** Those attached last came at the end of the note, where nobody may be looking. */
  readonly atEnd: boolean;
  /** `place`: null for the end of the note; `as`: photos as they are, though they are made smaller otherwise. */
  attach(files: readonly PickedFile[], place: Place | null, as?: 'original'): void;
  /** The files as they are to be attached, photos smaller where a person has chosen that; null: that cannot be done now, and it is told. */
  ready(files: readonly PickedFile[]): Promise<readonly PickedFile[] | null>;
  dismissRefused(id: number): void;
}

export const useAttaching = (
  files: NotebookFiles,
  id: NoteId,
  smallPhotos: boolean,
  startWorker: Services['startWorker'],
): Attaching => {
  const toasts = useToasts();
  const { t } = useWords();
  const all = useObservable(files.uploads);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [shrinking, setShrinking] = useState({ done: 0, all: 0 });
  const [atEnd, setAtEnd] = useState(false);
  const uploads = useMemo(() => all.filter(({ noteId }) => noteId === id), [all, id]);

  const refuse = (name: string, failure: Failure<string>) =>
    setRefused((before) => [...before, { id: (before.at(-1)?.id ?? 0) + 1, name, failure }]);

  const attach = async (picked: readonly PickedFile[], place: Place | null): Promise<void> => {
    const named = picked.map(({ file, name }) => ({ file, name: name === '' ? t('File') : name }));
    const result = await files.attach(id, named, place);
    for (const [at, file] of named.entries()) {
      const one = result.ok ? result.value[at] : undefined;
      if (one !== undefined && 'refused' in one) refuse(file.name, one.refused);
      else if (!result.ok) refuse(file.name, result.failure);
    }
  };

  const ready: Attaching['ready'] = async (picked) => {
    if (!smallPhotos) return picked;
    const photos = await import('./shrink-photos.ts').catch(() => null);
    if (photos === null) {
      toasts.show({ message: t('This could not be loaded. Check your connection and try again.') });
      return null;
    }
    let last = { done: 0, all: 0 };
    // Several sets of them may be under way.
    const tell = (done: number, all: number) => {
      const { done: doneBefore, all: allBefore } = last;
      last = { done, all };
      setShrinking((sum) => ({ done: sum.done + done - doneBefore, all: sum.all + all - allBefore }));
    };
    const shrunk = await photos.shrinkPhotos(picked, startWorker, tell);
    tell(0, 0);
    const names = shrunk.untouched.join(', ');
    if (names !== '')
      toasts.show({ message: t('Attached as they were, with all that the camera wrote: {names}', { names }) });
    return shrunk.files;
  };

  return {
    uploads,
    refused,
    shrinking,
    atEnd,
    ready,
    attach: (picked, place, as) => {
      setRefused([]);
      setAtEnd(place === null);
      const attachReady = async () => {
        const smaller = await ready(picked);
        if (smaller !== null) await attach(smaller, place);
      };
      void keepingPage(smallPhotos && as === undefined ? attachReady : () => attach(picked, place));
    },
    dismissRefused: (gone) => setRefused((before) => before.filter((one) => one.id !== gone)),
  };
};

/** Until the work is done, the browser asks before the page goes: what was chosen is in no note yet. */
const keepingPage = async (work: () => Promise<void>): Promise<void> => {
  const done = new AbortController();
  window.addEventListener('beforeunload', (event) => event.preventDefault(), { signal: done.signal });
  try {
    await work();
  } finally {
    done.abort();
  }
};
