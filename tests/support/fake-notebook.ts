import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { addAttachment, attachmentLink, attachmentsIn, removeAttachment } from '#src/notes/attachment-references.ts';
import { imageType, imageTypeBytes } from '#src/notes/image-type.ts';
import { type KeptSearches, noSearches } from '#src/notes/kept-searches.ts';
import { withLinksAt } from '#src/notes/links-at.ts';
import { mergeTexts } from '#src/notes/merge.ts';
import { type NoteId, newNoteId } from '#src/notes/note-id.ts';
import type { SearchMemory } from '#src/notes/note-search.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import { replaceAttachment } from '#src/notes/replace-attachment.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { summarise } from '#src/notes/summary.ts';
import type { SummaryChange } from '#src/search/note-source.ts';
import { createOwnSearch } from '#src/search/own-search.ts';
import type {
  AwsFailure,
  Notebook,
  NotebookFiles,
  NoteList,
  NoteRecord,
  SetAside,
  Snapshot,
  StoreFailure,
  SyncStatus,
  Upload,
} from '#src/services.ts';
import { waitingChange } from '#src/sync/waiting-change.ts';
import { createFakeStorageReport, type FakeStorageReport } from './fake-storage-report.ts';
import { type FakeValue, fakeValue } from './fake-value.ts';

/** A notebook in memory whose device and AWS do what a test says. What is typed reaches the device at once unless `hold` is called. */
export interface FakeNotebook extends Notebook {
  readonly list: FakeValue<NoteList>;
  readonly sync: FakeValue<SyncStatus>;
  readonly files: NotebookFiles & { readonly uploads: FakeValue<readonly Upload[]>; read: NotebookFiles['read'] };
  /** What `history` and `goneNotes` tell; the newest first. Restoring, choosing and discarding add to it. */
  readonly snapshots: Snapshot[];
  /** What `setAside` tells. */
  readonly aside: SetAside[];
  /** What `files.read` finds, by object key; what is not here is denied, as on S3. */
  readonly objects: Map<string, Blob>;
  /** What `files.storage` tells. */
  readonly storage: FakeStorageReport;
  /** Object keys whose address was asked for. */
  readonly downloads: string[];
  /** Keys of the pictures that are too large to be shown. */
  readonly tooLarge: Set<string>;
  /** How often a round of sync was asked for; `onSync` says what it does. */
  rounds: number;
  onSync: () => void;
  text(id: NoteId): string | undefined;
  /** Puts a note as AWS has it. */
  put(note: {
    readonly id?: NoteId;
    readonly text: string;
    readonly changedAt?: number;
    readonly attachment?: string;
  }): NoteId;
  /** What another device wrote arrives; null: it deleted the note. */
  arrive(id: NoteId, text: string | null): void;
  /** The record as the sync engine would leave it. */
  patch(id: NoteId, part: Partial<NoteRecord>): void;
  /** An object comes from another device. */
  arriveFile(key: string, file: Blob): void;
  /** AWS has taken the note's last change. */
  confirm(id: NoteId): void;
  /** From now on the device refuses writes (null: takes them again). */
  refuseWrites(failure: StoreFailure | null): void;
  /** From now on writes wait; the result lets them through. */
  hold(): () => Promise<void>;
  /** Bytes of an upload have been sent; all of them: it is done. */
  send(key: string, sentBytes: number): void;
  failUpload(key: string, failure: AwsFailure): void;
}

interface FakeNotebookOptions {
  readonly now: () => number;
  readonly home: AttachmentHome;
  readonly maxAttachmentBytes: number;
}

export const createFakeNotebook = ({ now, home, maxAttachmentBytes }: FakeNotebookOptions): FakeNotebook => {
  const records = new Map<NoteId, NoteRecord>();
  const leaving = new Map<NoteId, NoteRecord>();
  const watchers = new Map<NoteId, Set<(record: NoteRecord | undefined) => void>>();
  const followers = new Set<(changed: readonly SummaryChange[]) => void>();
  const objects = new Map<string, Blob>();
  const downloads: string[] = [];
  const tooLarge = new Set<string>();
  const storage = createFakeStorageReport();
  const seekers = new Set<() => void>();
  let born = 0;
  let plays = 0;
  let refusal: StoreFailure | null = null;
  let gate: Promise<void> = Promise.resolve();

  const list = fakeValue<NoteList>({ notes: [], complete: true });
  const sync = fakeValue<SyncStatus>({
    phase: 'idle',
    waiting: 0,
    offlineSince: null,
    syncedAt: now(),
    longList: false,
    failure: null,
  });
  const uploads = fakeValue<readonly Upload[]>([]);

  const stateOf = ({ sending, waiting, problem }: NoteRecord) => {
    if (problem !== null && problem.nextTryAt === null) return 'not saved';
    if (sending !== null) return 'sending';
    return waiting === null ? 'saved' : 'waiting';
  };
  const unsaved = () => [...records.values()].filter((one) => stateOf(one) !== 'saved');
  const set = (id: NoteId, record: NoteRecord | undefined) => {
    if (record === undefined) records.delete(id);
    else records.set(id, record);
    const notes = [...records.values()]
      .map((one) => summarise({ ...one, state: stateOf(one) }, home))
      .sort(byPinnedThenChanged);
    list.set({ notes, complete: true });
    for (const listener of followers) listener([{ id, summary: summaryOf(id) ?? null }]);
    sync.set({ ...sync.get(), waiting: [...records.values()].filter(({ waiting }) => waiting !== null).length });
    for (const watcher of watchers.get(id) ?? []) watcher(record);
  };
  const summaryOf = (id: NoteId) => list.get().notes.find((one) => one.id === id);
  const kept = fakeValue<KeptSearches>(noSearches);
  const searches: SearchMemory = { ...kept, change: (change) => kept.set(change(kept.get())) };
  const search = createOwnSearch({
    ...{ summaryOf, now, breather: () => async () => {} },
    source: {
      async *summaries() {
        yield list.get().notes;
      },
      texts: async (ids) => new Map(ids.map((id) => [id, records.get(id)?.text ?? ''])),
      subscribe: (listener) => {
        followers.add(listener);
        return () => followers.delete(listener);
      },
    },
  });
  const fresh = (id: NoteId): NoteRecord => ({
    id,
    text: '',
    attachment: null,
    createdAt: null,
    changedAt: now(),
    base: null,
    sending: null,
    waiting: null,
    problem: null,
  });
  const save = async (id: NoteId, text: string): Promise<Result<NoteRecord, StoreFailure>> => {
    if (refusal !== null) return failed(refusal);
    const record = {
      ...(records.get(id) ?? fresh(id)),
      text,
      changedAt: now(),
      waiting: { kind: 'save', since: now() },
    } as const;
    set(id, record);
    return succeeded(record);
  };
  const mayWrite = async <T>(write: () => Promise<T>): Promise<T> => {
    await gate;
    return write();
  };
  const snapshots: Snapshot[] = [];
  const keep = (id: NoteId, reason: Snapshot['reason']) => {
    const text = records.get(id)?.text;
    if (text !== undefined) snapshots.unshift({ id: snapshots.length + 1, noteId: id, at: now(), text, reason });
  };
  const newId = () => newNoteId(now() + born++, (length) => new Uint8Array(length).fill(born));
  const setUpload = (key: string, part: Partial<Upload>) =>
    uploads.set(uploads.get().map((one) => (one.key === key ? { ...one, ...part } : one)));
  const unlink = (id: NoteId, key: string) => {
    const before = records.get(id) ?? fresh(id);
    const reference = attachmentsIn(before.text).find((one) => referenceToKey(one.reference, home.identityId) === key);
    const text = reference === undefined ? before.text : removeAttachment(before.text, reference.reference);
    set(id, { ...before, text, attachment: reference === undefined ? null : before.attachment });
  };
  const keyOf = (name: string): string => `${home.prefix}${name}`;

  return {
    list,
    sync,
    files: {
      uploads,
      attach: async (id, picked, place) =>
        succeeded(
          picked.map(({ file, name }) => {
            if (file.size > maxAttachmentBytes) {
              const message = `The file is over the limit of ${maxAttachmentBytes} bytes.`;
              return { name, refused: { kind: 'too-large', message, details: '' } };
            }
            // Chosen twice, a file has two keys.
            const key = keyOf(uploads.get().some((one) => one.name === name) ? `${++born}-${name}` : name);
            const inline = /\.png$/.test(name);
            const link = attachmentLink({ key, identityId: home.identityId, name, inline });
            const record = records.get(id) ?? fresh(id);
            const placed = place === null ? null : withLinksAt(place.seen, place.offset, [link]);
            const text =
              place === null || placed === null
                ? addAttachment(record.text, link)
                : mergeTexts(place.seen, placed, record.text).text;
            set(id, { ...record, text });
            const upload = { key, noteId: id, name, totalBytes: file.size, sentBytes: 0 };
            uploads.set([...uploads.get(), { ...upload, state: { kind: 'sending' } }]);
            return { name, key };
          }),
        ),
      async cancel(key) {
        const upload = uploads.get().find((one) => one.key === key);
        if (upload === undefined) return succeeded(null);
        const before = records.get(upload.noteId);
        unlink(upload.noteId, key);
        uploads.set(uploads.get().filter((one) => one !== upload));
        return succeeded({
          undo: async () => {
            set(upload.noteId, before);
            uploads.set([...uploads.get(), upload]);
            return succeeded(undefined);
          },
        });
      },
      abandon: async () => undefined,
      async pause(key) {
        setUpload(key, { state: { kind: 'paused' } });
        return succeeded(undefined);
      },
      async retry(key, file) {
        const isWrong = file !== undefined && file.size !== uploads.get().find((one) => one.key === key)?.totalBytes;
        const failure = { kind: 'wrong file', message: 'This is another file.', details: '' };
        setUpload(key, { state: isWrong ? { kind: 'file needed', failure } : { kind: 'sending' } });
        return succeeded(undefined);
      },
      async read(keys) {
        const file = keys.map((key) => objects.get(key)).find((one) => one !== undefined);
        return file === undefined
          ? failed({ kind: 'denied', message: 'AWS does not give it out.', details: 'AccessDenied' })
          : succeeded(file);
      },
      async find(keys) {
        const key = keys.find((one) => objects.has(one));
        return key === undefined
          ? failed({ kind: 'denied', message: 'AWS does not give it out.', details: 'AccessDenied' })
          : succeeded({ key, size: objects.get(key)?.size ?? 0 });
      },
      async picture(keys) {
        const read = await this.read(keys);
        if (!read.ok) return read;
        const type = imageType(new Uint8Array(await read.value.slice(0, imageTypeBytes).arrayBuffer()));
        if (type === null) return succeeded({ kind: 'no picture', bytes: read.value.size });
        if (tooLarge.has(keys[0])) return succeeded({ kind: 'too large' });
        return succeeded({ kind: 'picture', picture: read.value.slice(0, read.value.size, type) });
      },
      arrival: (keys, signal) =>
        new Promise((resolve) => {
          seekers.add(() => {
            if (!signal.aborted && keys.some((key) => objects.has(key))) resolve(true);
          });
          signal.addEventListener('abort', () => resolve(false));
        }),
      part: async (key, { from, to }) => succeeded((objects.get(key) ?? new Blob()).slice(from, to)),
      // As if over 20 MB.
      media: async ({ key, size }) =>
        succeeded(
          size > 1_000 ? new URL(`https://bucket.example/${key}?${++plays}`) : (objects.get(key) ?? new Blob()),
        ),
      async thumbnail(keys) {
        for (const key of keys) {
          const file = objects.get(key) ?? new Blob();
          if (imageType(new Uint8Array(await file.slice(0, imageTypeBytes).arrayBuffer())) !== null) return file;
        }
        return null;
      },
      async downloadAddress([key]) {
        downloads.push(key);
        return succeeded(new URL(`https://bucket.example/${encodeURIComponent(key)}?signed`));
      },
      storage: async () => storage.report,
      replace: async (id, key, { file, name }) => {
        const before = records.get(id) ?? fresh(id);
        const by = { key: keyOf(file.name), name, picture: false };
        objects.set(by.key, file);
        set(id, { ...before, text: replaceAttachment(before.text, { key, identityId: home.identityId, by }) });
        return succeeded({
          undo: async () => {
            set(id, before);
            return succeeded(undefined);
          },
        });
      },
      remove: async (id, key) => {
        const before = records.get(id);
        if (before === undefined) return succeeded({ undo: async () => succeeded(undefined) });
        unlink(id, key);
        return succeeded({
          undo: async () => {
            set(id, before);
            return succeeded(undefined);
          },
        });
      },
    },
    snapshots,
    aside: [],
    objects,
    storage,
    downloads,
    tooLarge,
    rounds: 0,
    onSync: () => {},
    newId,
    search: async () => ({ ...search, memory: searches }),
    read: async (id) => records.get(id),
    watch: (id, listener) => {
      const all = watchers.get(id) ?? new Set();
      watchers.set(id, all.add(listener));
      return () => all.delete(listener);
    },
    write: (id, { seen, text }) => mayWrite(() => save(id, mergeTexts(seen, text, records.get(id)?.text ?? seen).text)),
    edit: (id, change) => mayWrite(() => save(id, change(records.get(id)?.text ?? ''))),
    deleteForEver: async (id) => {
      const record = records.get(id);
      if (record !== undefined) leaving.set(id, record);
      set(id, undefined);
      return succeeded(undefined);
    },
    undoDelete: async (id) => {
      set(id, leaving.get(id));
      return succeeded(undefined);
    },
    unsent: async () => ({ notes: unsaved().length, files: uploads.get().length }),
    waitingChanges: async () => unsaved().map(waitingChange),
    discardChanges: async (id) => {
      const before = records.get(id);
      const base = before?.base ?? null;
      keep(id, 'discarded');
      set(
        id,
        before === undefined || base === null
          ? undefined
          : { ...before, text: base.text, sending: null, waiting: null, problem: null },
      );
      return succeeded({
        undo: async () => {
          set(id, before);
          return succeeded(undefined);
        },
      });
    },
    history: async (id) => snapshots.filter(({ noteId }) => noteId === id),
    goneNotes: async () => snapshots.filter(({ noteId, reason }) => reason === 'gone' && !records.has(noteId)),
    restore: (id, text) =>
      mayWrite(() => {
        keep(id, 'restored');
        return save(id, text);
      }),
    choose: (id, { seen, text }) =>
      mayWrite(() => {
        keep(id, 'chosen');
        return save(id, mergeTexts(seen, text, records.get(id)?.text ?? seen).text);
      }),
    async setAside() {
      return this.aside;
    },
    async syncNow() {
      this.rounds += 1;
      this.onSync();
    },

    text: (id) => records.get(id)?.text,
    put: ({ id = newId(), text, changedAt = now(), attachment = null }) => {
      const base = { text, attachment, version: 1, at: changedAt };
      set(id, { ...fresh(id), text, attachment, changedAt, base });
      return id;
    },
    arrive: (id, text) => {
      const record = records.get(id);
      set(id, text === null ? undefined : { ...(record ?? fresh(id)), text, changedAt: now() });
    },
    arriveFile(key, file) {
      objects.set(key, file);
      for (const tell of seekers) tell();
    },
    patch: (id, part) => set(id, { ...(records.get(id) ?? fresh(id)), ...part }),
    confirm(id) {
      const record = records.get(id) ?? fresh(id);
      const base = { text: record.text, attachment: record.attachment, version: 2, at: now() };
      set(id, { ...record, base, waiting: null, sending: null, problem: null });
    },
    refuseWrites: (failure) => {
      refusal = failure;
    },
    hold: () => {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return async () => {
        open();
        await gate;
      };
    },
    send(key, sentBytes) {
      const upload = uploads.get().find((one) => one.key === key);
      if (upload === undefined) return;
      if (sentBytes < upload.totalBytes) return setUpload(key, { sentBytes });
      uploads.set(uploads.get().filter((one) => one !== upload));
    },
    failUpload: (key, failure) => setUpload(key, { state: { kind: 'failed', failure } }),
  };
};
