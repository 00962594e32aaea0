import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, NoteList } from '#src/sync/notebook.ts';
import type { Upload } from '#src/sync/notebook-files.ts';
import { createValue, type Observable, type Value } from '#src/sync/observable-value.ts';
import { nothingYet, type SyncStatus } from '#src/sync/sync-status.ts';

/**
 * A notebook whose list shows before the code that writes, merges and syncs has loaded: what is asked of it before that waits
 * for `whole`. Where that cannot be loaded, nothing is ever answered, and whoever made it says so on screen.
 */
export function lazyNotebook(deps: {
  readonly list: Observable<NoteList>;
  readonly search: Notebook['search'];
  readonly newId: () => NoteId;
  readonly whole: Promise<Notebook>;
}): Notebook {
  const { list, search, newId, whole } = deps;
  const sync = createValue<SyncStatus>(nothingYet);
  const uploads = createValue<readonly Upload[]>([]);
  const loaded = whole.catch(() => new Promise<Notebook>(() => undefined));
  const ask = async <T>(question: (notebook: Notebook) => T | Promise<T>): Promise<T> => question(await loaded);

  void ask((notebook) => {
    follow(notebook.sync, sync);
    follow(notebook.files.uploads, uploads);
  });

  return {
    list,
    sync,
    files: {
      uploads,
      attach: (id, files, place) => ask(({ files: all }) => all.attach(id, files, place)),
      cancel: (key) => ask(({ files }) => files.cancel(key)),
      pause: (key) => ask(({ files }) => files.pause(key)),
      retry: (key) => ask(({ files }) => files.retry(key)),
      read: (keys) => ask(({ files }) => files.read(keys)),
      find: (keys) => ask(({ files }) => files.find(keys)),
      part: (key, range) => ask(({ files }) => files.part(key, range)),
      media: (file, type) => ask(({ files }) => files.media(file, type)),
      thumbnail: (keys, signal) => ask(({ files }) => files.thumbnail(keys, signal)),
      downloadAddress: (keys, name) => ask(({ files }) => files.downloadAddress(keys, name)),
      remove: (id, key) => ask(({ files }) => files.remove(id, key)),
    },
    search,
    newId,
    read: (id) => ask((notebook) => notebook.read(id)),
    watch(id, listener) {
      let stop: (() => void) | null = null;
      let ended = false;
      void ask((notebook) => {
        if (!ended) stop = notebook.watch(id, listener);
      });
      return () => {
        ended = true;
        stop?.();
      };
    },
    write: (id, edit) => ask((notebook) => notebook.write(id, edit)),
    edit: (id, change) => ask((notebook) => notebook.edit(id, change)),
    deleteForEver: (id) => ask((notebook) => notebook.deleteForEver(id)),
    undoDelete: (id) => ask((notebook) => notebook.undoDelete(id)),
    waitingChanges: () => ask((notebook) => notebook.waitingChanges()),
    discardChanges: (id) => ask((notebook) => notebook.discardChanges(id)),
    history: (id) => ask((notebook) => notebook.history(id)),
    goneNotes: () => ask((notebook) => notebook.goneNotes()),
    restore: (id, text) => ask((notebook) => notebook.restore(id, text)),
    choose: (id, edit) => ask((notebook) => notebook.choose(id, edit)),
    setAside: () => ask((notebook) => notebook.setAside()),
    syncNow: () => ask((notebook) => notebook.syncNow()),
  };
}

function follow<T>(source: Observable<T>, target: Value<T>): void {
  target.set(source.get());
  source.subscribe(() => target.set(source.get()));
}
