import { useEffect, useMemo, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { AwsFailure, Notebook, Upload } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';

/** A file that was not taken, and why. */
interface Refused {
  readonly id: number;
  readonly name: string;
  readonly failure: AwsFailure;
}

/** The files on their way into one note. */
export interface Attaching {
  readonly uploads: readonly Upload[];
  readonly refused: readonly Refused[];
  attach(files: readonly File[]): void;
  cancel(upload: Upload): void;
  /** Sends a failed file again; undefined where its bytes are no longer at hand. */
  retry(upload: Upload): (() => void) | undefined;
  dismiss(upload: Upload): void;
  dismissRefused(id: number): void;
}

export const useAttaching = (notebook: Notebook, id: NoteId): Attaching => {
  const all = useObservable(notebook.uploads);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const files = useRef(new Map<string, File>());
  const uploads = useMemo(() => all.filter(({ noteId }) => noteId === id), [all, id]);

  useEffect(() => {
    // A file that has arrived shows as an attachment of the note.
    for (const upload of uploads) if (upload.state.kind === 'done') notebook.dismissUpload(upload.id);
  }, [notebook, uploads]);

  const attachOne = async (file: File): Promise<void> => {
    const result = await notebook.attach(id, file);
    if (result.ok) files.current.set(result.value.id, file);
    else
      setRefused((before) => [
        ...before,
        { id: (before.at(-1)?.id ?? 0) + 1, name: file.name, failure: result.failure },
      ]);
  };

  return {
    uploads: uploads.filter(({ state }) => state.kind !== 'done'),
    refused,
    attach: (chosen) => {
      setRefused([]);
      for (const file of chosen) void attachOne(file);
    },
    cancel: (upload) => notebook.cancelUpload(upload.id),
    retry: (upload) => {
      const file = files.current.get(upload.id);
      if (file === undefined) return undefined;
      return () => {
        notebook.dismissUpload(upload.id);
        void attachOne(file);
      };
    },
    dismiss: (upload) => notebook.dismissUpload(upload.id),
    dismissRefused: (gone) => setRefused((before) => before.filter((one) => one.id !== gone)),
  };
};
