import { succeeded } from '#src/notes/result.ts';
import type { ChangeChannel } from './change-channel.ts';
import { createFileFeed } from './file-feed.ts';
import { inOrder, isUsedAnew, longestUnused, parseKept, parseThumb, parseUpload } from './file-rows.ts';
import type { FileStore } from './file-store.ts';
import { keepFile, letGoOf, noteUse, remakeKept } from './kept-writes.ts';
import { readNamed, readTexts } from './named-reads.ts';
import type { StoreAccess } from './store-access.ts';
import { parseBytes, writeBlob } from './stored-bytes.ts';
import { changeUploadRow, endUpload, readUpload, uploadStores } from './upload-writes.ts';

export interface IndexedDbFileStore extends FileStore {
  /** Tells of uploads that came with the change of a note. */
  tell(keys: readonly string[]): void;
  close(): void;
}

/** The files in the database of the notes. `now` in ms. */
export function createIndexedDbFileStore({
  access,
  channel,
  now,
}: {
  readonly access: Pick<StoreAccess, 'read' | 'write'>;
  readonly channel: ChangeChannel;
  readonly now: () => number;
}): IndexedDbFileStore {
  const feed = createFileFeed(channel);

  async function readAll<T>(name: 'uploads' | 'files', parse: (row: unknown) => T | undefined) {
    const [keys, rows] = await access.read((database) => {
      const { store } = database.transaction(name);
      return Promise.all([store.getAllKeys(), store.getAll()]);
    });
    const parsed = rows.map(parse);
    return {
      found: parsed.filter((row) => row !== undefined),
      broken: keys.filter((_, index) => parsed[index] === undefined),
    };
  }

  return {
    async uploads() {
      const { found, broken } = await readAll('uploads', parseUpload);
      const at = now();
      if (broken.length > 0) {
        await access.write(uploadStores, (transaction) =>
          Promise.all(broken.map((key) => readUpload(transaction, { key, now: at }))),
        );
      }
      return inOrder(found);
    },

    async changeUpload(key, transition) {
      const changed = await access.write(uploadStores, (transaction) =>
        changeUploadRow(transaction, { key, now: now() }, transition),
      );
      if (!changed.ok) return changed;
      if (changed.value.isNews) feed.publish([key]);
      return succeeded(changed.value.row);
    },

    async uploadsDone(keys, at) {
      const ended = await access.write(
        uploadStores,
        (transaction) => Promise.all(keys.map((key) => endUpload(transaction, { key, now: at }))),
        'relaxed',
      );
      if (!ended.ok) return ended;
      feed.publish(keys.filter((_, index) => ended.value[index]));
      return succeeded(undefined);
    },

    async bytes(key) {
      const [value, row] = await access.read((database) => {
        const transaction = database.transaction(['bytes', 'files']);
        return Promise.all([transaction.objectStore('bytes').get(key), transaction.objectStore('files').get(key)]);
      });
      const at = now();
      const file = parseKept(row);
      // Nobody waits for it, and it may fail: all that hangs on it is the order of eviction.
      if (file !== undefined && isUsedAnew(file.usedAt, at)) void noteUse(access, key, at);
      return parseBytes(value);
    },

    async keep(file, at) {
      const kept = await keepFile(access, file, at);
      if (kept.ok) feed.publish([file.key]);
      return kept;
    },

    async kept() {
      const { found, broken } = await readAll('files', parseKept);
      if (broken.length === 0) return longestUnused(found);
      await remakeKept(access, broken, now());
      return longestUnused((await readAll('files', parseKept)).found);
    },

    async letGo(keys) {
      const gone = await letGoOf(access, keys);
      if (!gone.ok) return gone;
      feed.publish(gone.value);
      return succeeded(undefined);
    },

    named: () => readNamed(access),
    texts: () => readTexts(access),

    async thumb(key) {
      return parseThumb(await access.read((database) => database.get('thumbs', key)));
    },
    keepThumb: (thumb) =>
      writeBlob(thumb.blob, (blob) =>
        access.write(['thumbs'], async (transaction) => {
          await transaction.objectStore('thumbs').put({ ...thumb, blob });
        }),
      ),

    subscribe: (listener) => feed.subscribe(listener),
    tell: (keys) => feed.publish(keys),
    close: () => feed.close(),
  };
}
