import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type NoteId, newNoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import type { Cause } from '#src/store/snapshot.ts';
import { discardChanges } from './discard-changes.ts';
import type { SyncEngine } from './engine.ts';
import type { Notebook, NoteList } from './notebook.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { Observable } from './observable-value.ts';
import { timeToUndo } from './time-to-undo.ts';
import { waitingChange } from './waiting-change.ts';

/** What screens may ask, over the parts that do it. */
export function createNotebook(deps: {
  readonly store: NoteStore;
  readonly list: Observable<NoteList>;
  readonly search: Notebook['search'];
  readonly engine: Pick<SyncEngine, 'status' | 'syncNow'>;
  readonly files: NotebookFiles;
  /** What is being watched: the notes on screen. */
  readonly watched: NoteId[];
  readonly home: AttachmentHome;
  readonly edits: typeof personEdits;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
}): Notebook {
  const { store, engine, home, edits, now } = deps;

  /** Changes one note; a failure where there is none afterwards. */
  async function change(
    id: NoteId,
    transition: (record: NoteRecord | undefined) => NoteRecord | undefined,
    cause: Cause = 'writing',
  ): Promise<Result<NoteRecord, StoreFailure>> {
    const changed = await store.change([id], transition, cause);
    if (!changed.ok) return changed;
    const [record] = changed.value;
    return record === undefined ? failed(noSuchNote) : succeeded(record);
  }

  /** Changes one note where it is there. */
  async function changeIfThere(
    id: NoteId,
    transition: (record: NoteRecord) => NoteRecord,
  ): Promise<Result<void, StoreFailure>> {
    const changed = await store.change([id], (record) => record && transition(record), 'writing');
    return changed.ok ? succeeded(undefined) : changed;
  }

  return {
    list: deps.list,
    sync: engine.status,
    files: deps.files,
    search: deps.search,
    newId: () => newNoteId(now(), deps.randomBytes),
    read: (id) => store.read(id),
    watch(id, listener) {
      const stop = store.subscribe(({ changed }) => {
        if (changed.some((one) => one.id === id)) tell().catch(end);
      });
      deps.watched.push(id);
      let ended = false;
      async function tell() {
        const record = await store.read(id);
        if (!ended) listener(record);
      }
      // Also where the store is gone, of which whoever opened it was told.
      function end() {
        if (!ended) deps.watched.splice(deps.watched.indexOf(id), 1);
        ended = true;
        stop();
      }
      return end;
    },
    write: (id, edit) => change(id, (record) => edits.written(record, { ...edit, id, now: now(), home })),
    edit: (id, edit) => change(id, (record) => edits.edited(record, { id, change: edit, now: now(), home })),
    deleteForEver: (id) => changeIfThere(id, (record) => edits.deletedForEver(record, now(), now() + timeToUndo)),
    undoDelete: (id) => changeIfThere(id, (record) => edits.deleteUndone(record, { now: now(), home })),
    waitingChanges: async () => (await store.outbox()).map(waitingChange),
    async unsent() {
      const uploads = await (await store.files()).uploads();
      return {
        notes: (await store.outbox()).length,
        files: uploads.filter(({ wish }) => wish !== 'cancel').length,
      };
    },
    discardChanges: (id) => discardChanges(id, deps),
    history: (id) => store.history(id),
    goneNotes: () => store.gone(),
    restore: (id, text) =>
      change(id, (record) => edits.edited(record, { id, change: () => text, now: now(), home }), 'restoring'),
    choose: (id, { seen, text }) =>
      change(id, (record) => edits.written(record, { id, seen, text, now: now(), home }), 'choosing'),
    setAside: () => store.setAside(),
    syncNow: () => engine.syncNow(),
  };
}

const noSuchNote: StoreFailure = {
  kind: 'broken',
  message: 'This note is no longer on this device. Copy what you have written into a new note.',
  details: '',
};
