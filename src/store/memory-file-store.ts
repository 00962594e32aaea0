import type { NoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { createFileFeed } from './file-feed.ts';
import { checkedUpload, inOrder, isUsedAnew, longestUnused } from './file-rows.ts';
import type { FileStore, KeptFile, NewUpload, StoredUpload, Thumb } from './file-store.ts';
import type { StoreFailure } from './note-store.ts';
import { closedFailure, StoreUnreadable } from './store-failure.ts';

export interface MemoryFileStore extends FileStore {
  /** Takes in what comes with the change of a note, and tells of it. */
  add(uploads: readonly NewUpload[]): void;
  close(): void;
}

/** What the notes beside them say. */
interface NamedNotes {
  named(): ReadonlyMap<string, readonly NoteId[]>;
  texts(): readonly string[];
}

/** The files of the memory store's notes; bytes are held where the browser has put them. `now` in ms. */
export function createMemoryFileStore(now: () => number, notes: NamedNotes): MemoryFileStore {
  const uploads = new Map<string, StoredUpload>();
  const files = new Map<string, KeptFile>();
  const bytes = new Map<string, Blob>();
  const thumbs = new Map<string, Thumb>();
  const feed = createFileFeed(null);
  let isOpen = true;

  async function read<T>(value: () => T): Promise<T> {
    if (!isOpen) throw new StoreUnreadable(closedFailure);
    return value();
  }

  async function write<T>(value: () => T): Promise<Result<T, StoreFailure>> {
    return isOpen ? succeeded(value()) : failed(closedFailure);
  }

  function addRow(row: StoredUpload): boolean {
    if (row.source.kind === 'kept') {
      if (!bytes.has(row.key)) return false;
      files.delete(row.key);
    }
    uploads.set(row.key, row);
    return true;
  }

  return {
    uploads: () => read(() => inOrder([...uploads.values()])),

    changeUpload: (key, transition) =>
      write(() => {
        const before = uploads.get(key);
        const after = checkedUpload(key, before, transition(before));
        if (after === before) return before;
        if (after === undefined) {
          for (const map of [uploads, thumbs]) map.delete(key);
          if (before?.source.kind === 'kept') bytes.delete(key);
        } else if (before !== undefined) uploads.set(key, after);
        else if (!addRow(after)) return undefined;
        feed.publish([key]);
        return after;
      }),

    uploadsDone: (keys, at) =>
      write(() => {
        const rows = keys.map((key) => uploads.get(key)).filter((row) => row !== undefined);
        for (const { key, source, size, type } of rows) {
          uploads.delete(key);
          if (source.kind === 'kept') files.set(key, { key, size, type, usedAt: at });
        }
        feed.publish(rows.map(({ key }) => key));
      }),

    bytes: (key) =>
      read(() => {
        const file = files.get(key);
        if (file !== undefined && isUsedAnew(file.usedAt, now())) files.set(key, { ...file, usedAt: now() });
        return bytes.get(key);
      }),

    keep: ({ key, blob, type }, at) =>
      write(() => {
        const file = files.get(key);
        if (file !== undefined) files.set(key, { ...file, usedAt: at });
        else if (!bytes.has(key)) {
          bytes.set(key, blob);
          files.set(key, { key, size: blob.size, type, usedAt: at });
        }
        feed.publish([key]);
      }),

    kept: () => read(() => longestUnused([...files.values()])),

    letGo: (keys) =>
      write(() => {
        const gone = keys.filter((key) => !uploads.has(key));
        for (const key of gone) for (const map of [files, bytes, thumbs]) map.delete(key);
        feed.publish(gone);
      }),

    named: () => read(() => notes.named()),
    async *texts() {
      yield await read(() => notes.texts());
    },

    thumb: (key) => read(() => thumbs.get(key)),
    keepThumb: (thumb) => write(() => void thumbs.set(thumb.key, thumb)),

    subscribe: (listener) => feed.subscribe(listener),

    add(added) {
      const written = added.filter(({ row, bytes: blob }) => {
        if (uploads.has(row.key)) return false;
        if (blob !== null && !bytes.has(row.key)) bytes.set(row.key, blob);
        return addRow(row);
      });
      feed.publish(written.map(({ row }) => row.key));
    },

    close() {
      isOpen = false;
      for (const map of [uploads, files, bytes, thumbs]) map.clear();
      feed.close();
    },
  };
}
