import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, NoteList } from '#src/sync/notebook.ts';
import { createValue, type Observable } from '#src/sync/observable-value.ts';
import { nothingYet, type SyncStatus } from '#src/sync/sync-status.ts';
import { follow } from './follow.ts';
import { lazyFiles } from './lazy-files.ts';

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
  const loaded = whole.catch(() => new Promise<Notebook>(() => undefined));
  const ask = async <T>(question: (notebook: Notebook) => T | Promise<T>): Promise<T> => question(await loaded);

  void ask((notebook) => follow(notebook.sync, sync));

  return {
    list,
    sync,
    files: lazyFiles(ask(({ files }) => files)),
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
    unsent: () => ask((notebook) => notebook.unsent()),
    discardChanges: (id) => ask((notebook) => notebook.discardChanges(id)),
    history: (id) => ask((notebook) => notebook.history(id)),
    goneNotes: () => ask((notebook) => notebook.goneNotes()),
    restore: (id, text) => ask((notebook) => notebook.restore(id, text)),
    choose: (id, edit) => ask((notebook) => notebook.choose(id, edit)),
    setAside: () => ask((notebook) => notebook.setAside()),
    syncNow: () => ask((notebook) => notebook.syncNow()),
  };
}
