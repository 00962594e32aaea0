import type { NotebookFiles, Upload } from '#src/sync/notebook-files.ts';
import { createValue } from '#src/sync/observable-value.ts';
import { follow } from './follow.ts';

/** Files of which the code comes later: what is asked of them before that waits for `loaded`, which does not reject. */
export function lazyFiles(loaded: Promise<NotebookFiles>): NotebookFiles {
  const uploads = createValue<readonly Upload[]>([]);
  const ask = async <T>(question: (files: NotebookFiles) => Promise<T>): Promise<T> => question(await loaded);
  void loaded.then((files) => follow(files.uploads, uploads));
  return {
    uploads,
    attach: (id, files, place) => ask((all) => all.attach(id, files, place)),
    cancel: (key) => ask((files) => files.cancel(key)),
    abandon: () => ask((files) => files.abandon()),
    pause: (key) => ask((files) => files.pause(key)),
    retry: (key, file) => ask((files) => files.retry(key, file)),
    picture: (keys) => ask((files) => files.picture(keys)),
    read: (keys) => ask((files) => files.read(keys)),
    find: (keys) => ask((files) => files.find(keys)),
    arrival: (keys, signal) => ask((files) => files.arrival(keys, signal)),
    part: (key, range) => ask((files) => files.part(key, range)),
    media: (file, type) => ask((files) => files.media(file, type)),
    thumbnail: (keys, signal) => ask((files) => files.thumbnail(keys, signal)),
    downloadAddress: (keys, name) => ask((files) => files.downloadAddress(keys, name)),
    storage: (notes) => ask((files) => files.storage(notes)),
    replace: (id, key, file) => ask((files) => files.replace(id, key, file)),
    remove: (id, key) => ask((files) => files.remove(id, key)),
  };
}
