import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import { type FileMessage, parseFileMessage } from './file-messages.ts';
import type { TabChannel } from './tab-sync.ts';
import type { Timers } from './timers.ts';

/** The file of an upload is to be chosen again. */
export type NoFile = Failure<'no file'>;

/**
 * The chosen files that are sent from where they are. A tab that was given one hands it to all others, now or when they are opened, so that any
 * of them can send it when the rest have closed: what goes over the channel is a reference to the file, which outlives the tab that it came from.
 */
export interface ChosenFiles {
  /** The file of the upload, where this tab has it and it is still as it was. */
  of(upload: StoredUpload): File | undefined;
  /** The same, of whichever tab has it: the others have 2 s to answer. A file that comes later is told of by `subscribe`. */
  find(upload: StoredUpload): Promise<Result<File, NoFile>>;
  /** Asks the other tabs for it in advance, once; where one answers, now or later, `subscribe` tells of it. */
  want(upload: StoredUpload): void;
  /** The person has given it to this tab. */
  hold(key: string, file: File): void;
  letGo(keys: readonly string[]): void;
  /** It is no longer the file of its upload: no tab has it from then on. */
  changed(key: string): void;
  /** Tells when this tab has come to have a file. Returns the way to stop listening. */
  subscribe(listener: (key: string, file: File) => void): () => void;
}

const patience = 2_000;

export function createChosenFiles({
  channel,
  timers,
}: {
  /** null where no other tab has these files. */
  readonly channel: TabChannel | null;
  readonly timers: Timers;
}): ChosenFiles {
  const held = new Map<string, File>();
  /** What this tab has asked the others for. */
  const wanted = new Map<string, StoredUpload>();
  const listeners = new Set<(key: string, file: File) => void>();

  const post = (message: FileMessage) => channel?.post(message);
  const of: ChosenFiles['of'] = (upload) => {
    const file = held.get(upload.key);
    return file !== undefined && isOf(upload, file) ? file : undefined;
  };

  function keep(key: string, file: File): void {
    held.set(key, file);
    wanted.delete(key);
    for (const listener of [...listeners]) listener(key, file);
  }

  function letGo(keys: readonly string[]): void {
    for (const key of keys) {
      held.delete(key);
      wanted.delete(key);
    }
  }

  function subscribe(listener: (key: string, file: File) => void): () => void {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  }

  channel?.listen((received) => {
    const message = parseFileMessage(received);
    if (message === null) return;
    const { key } = message;
    switch (message.kind) {
      case 'who has the file': {
        const file = held.get(key);
        if (file !== undefined) post({ kind: 'chosen file', key, file });
        return;
      }
      case 'chosen file': {
        const upload = wanted.get(key);
        if (upload !== undefined && isOf(upload, message.file)) keep(key, message.file);
        return;
      }
      case 'file changed':
        held.delete(key);
    }
  });

  return {
    of,
    async find(upload) {
      const { key } = upload;
      const own = of(upload);
      if (own !== undefined) return succeeded(own);
      const missing = failed(held.has(key) ? changedFile : lostFile);
      if (channel === null) return missing;
      wanted.set(key, upload);
      return new Promise((resolve) => {
        const settle = () => {
          callOff();
          unsubscribe();
          const found = of(upload);
          resolve(found === undefined ? missing : succeeded(found));
        };
        const callOff = timers.after(patience, settle);
        const unsubscribe = subscribe((come) => {
          if (come === key) settle();
        });
        post({ kind: 'who has the file', key });
      });
    },
    want(upload) {
      if (channel === null || of(upload) !== undefined) return;
      const asked = wanted.get(upload.key);
      if (asked !== undefined && isSameFile(asked, upload)) return;
      wanted.set(upload.key, upload);
      post({ kind: 'who has the file', key: upload.key });
    },
    hold(key, file) {
      keep(key, file);
      // For those that have asked in vain.
      post({ kind: 'chosen file', key, file });
    },
    letGo,
    changed(key) {
      letGo([key]);
      post({ kind: 'file changed', key });
    },
    subscribe,
  };
}

/** As far as the browser tells without reading it. */
export const isOf = ({ size, source }: Pick<StoredUpload, 'size' | 'source'>, file: File): boolean =>
  source.kind === 'streamed' && file.size === size && file.lastModified === source.lastModified;

const isSameFile = ({ source: one }: StoredUpload, { source: other }: StoredUpload): boolean =>
  one.kind === 'streamed' && other.kind === 'streamed' && one.lastModified === other.lastModified;

const lostFile: NoFile = {
  kind: 'no file',
  message: 'The tab that this file was sent from is gone. Choose the file again, and it goes on where it was.',
  details: '',
};

export const changedFile: NoFile = {
  kind: 'no file',
  message: 'This file was changed, moved or removed while it was being sent. Choose it again as it was.',
  details: '',
};
