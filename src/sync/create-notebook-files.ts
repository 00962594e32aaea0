import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { abandonUploads } from './abandon-uploads.ts';
import { createArrivals } from './arrivals.ts';
import { attachFiles } from './attach-files.ts';
import { removeAttachment } from './attachment-removal.ts';
import { replaceByFile } from './attachment-replacement.ts';
import { cancelUpload } from './cancel-upload.ts';
import { chooseAgain } from './choose-again.ts';
import { createChosenFiles } from './chosen-files.ts';
import { onItsWay, withoutComing } from './coming-objects.ts';
import type { BrowserRoom } from './device-use.ts';
import type { SyncEngine } from './engine.ts';
import { firstThere } from './first-there.ts';
import { createFoundFiles } from './found-files.ts';
import { createHeldFiles } from './held-files.ts';
import { createKeepPinned } from './keep-pinned.ts';
import { createKeptRoom, type KeptLimit } from './kept-room.ts';
import { moveUpload } from './move-upload.ts';
import type { NoteList } from './notebook.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { Observable } from './observable-value.ts';
import type { PageEvents } from './page-events.ts';
import { createPictures } from './pictures.ts';
import { createPinnedFiles } from './pinned-files.ts';
import { createSendAs } from './send-as.ts';
import type { Estimate } from './stream-rule.ts';
import type { TabChannel } from './tab-sync.ts';
import { createThumbnails, type MakeThumbnail } from './thumbnails.ts';
import type { Timers } from './timers.ts';
import { createUploadList } from './upload-list.ts';
import { createUploadQueue } from './upload-queue.ts';

/** The files of the notes in a store, what sends them, and how to end that. */
export function createNotebookFiles(deps: {
  readonly store: NoteStore;
  readonly list: Observable<NoteList>;
  readonly objects: ObjectStorage;
  readonly session: Pick<Session, 'user' | 'subscribe' | 'check' | 'during'>;
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly edits: typeof personEdits;
  readonly page: PageEvents;
  readonly channel: TabChannel | null;
  readonly timers: Timers;
  readonly random: () => number;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly maxBytes: number;
  /** null where nothing is written to this device. */
  readonly estimate: Estimate | null;
  readonly makeThumbnail: MakeThumbnail;
  readonly limit: KeptLimit;
  /** Whether the browser is to use little of the network. */
  readonly savesData: () => boolean;
  /** The notes that are on screen in this tab, once for each place that shows one. */
  readonly watched: readonly NoteId[];
  readonly browser: BrowserRoom;
  /** Lets the page do something else in the middle of long work. */
  readonly breathe: () => Promise<void>;
}): {
  readonly files: NotebookFiles;
  /** The engine of the tab that leads, which sends files as long as it syncs. */
  readonly sentBy: (engine: SyncEngine) => SyncEngine;
  readonly stop: () => void;
} {
  const { store } = deps;
  const sendAs = createSendAs({ ...deps, online: deps.page.online });
  const chosen = createChosenFiles(deps);
  const uploads = createUploadList({ ...deps, chosen, files: () => store.files() });
  const objects = withoutComing(deps.objects, uploads.isStreamed);

  const files = () => store.files();
  const pinned = createPinnedFiles(deps);
  const room = createKeptRoom({ ...deps, store: files, pinned });
  const read = createHeldFiles({
    ...{ store: files, now: deps.now, room },
    read: (key, mostBytes) => sendAs(() => objects.read(key, { mostBytes })),
  });
  const picture = createPictures(read);
  const found = createFoundFiles({ ...deps, objects, store: files, read, sendAs });
  const { arrival, stop: stopLooking } = createArrivals({ ...deps, ...found });

  async function wish(key: string, wished: 'send' | 'pause'): Promise<Result<void, StoreFailure>> {
    const changed = await (await store.files()).changeUpload(key, (row) =>
      row === undefined || row.wish === 'cancel' ? row : { ...row, wish: wished, problem: null },
    );
    return changed.ok ? succeeded(undefined) : changed;
  }

  async function sendAgain(key: string): Promise<Result<void, StoreFailure>> {
    const moved = await moveUpload(key, deps);
    await uploads.came([]);
    return moved.ok && !moved.value ? wish(key, 'send') : moved.ok ? succeeded(undefined) : moved;
  }

  async function takeAgain(key: string, file: File): Promise<Result<void, StoreFailure>> {
    uploads.compared(key, 'not yet');
    const taken = await chooseAgain(key, file, { store, objects: deps.objects, chosen });
    await uploads.came([]);
    uploads.compared(key, taken.ok ? taken.value : null);
    return taken.ok ? succeeded(undefined) : taken;
  }

  return {
    files: {
      uploads: uploads.list,
      attach: (noteId, picked, place) => attachFiles({ noteId, picked, place }, { ...deps, chosen, list: uploads }),
      async cancel(key) {
        const cancelled = await cancelUpload(key, deps);
        await uploads.came([]);
        return cancelled;
      },
      abandon: async () => (deps.page.online() ? abandonUploads(await store.files(), deps.timers) : undefined),
      pause: (key) => wish(key, 'pause'),
      retry: (key, file) => (file === undefined ? sendAgain(key) : takeAgain(key, file)),
      picture,
      read: (keys) => read(keys),
      ...found,
      arrival,
      thumbnail: createThumbnails({ store: files, picture, make: deps.makeThumbnail, now: deps.now }),
      async downloadAddress(keys, name) {
        if (uploads.list.get().some(({ key }) => keys.includes(key))) return failed(onItsWay);
        return firstThere(keys, async (key) => {
          const there = await sendAs(() => objects.facts(key));
          return there.ok ? sendAs(() => objects.address(key, { kind: 'download', name })) : there;
        });
      },
      replace: (id, key, picked) => replaceByFile(id, { key, picked }, { ...deps, chosen, list: uploads }),
      remove: (id, key) => removeAttachment(id, key, deps),
      async storage(notes) {
        const { createStorageReport } = await import('./create-storage-report.ts');
        return createStorageReport({ ...deps, sendAs, notes, pinned, room });
      },
    },
    sentBy(engine) {
      const queue = createUploadQueue({
        ...{ ...deps, chosen, sendAs, onProgress: uploads.progress },
        isOpen: (note) => deps.watched.includes(note),
        makeRoom: room.make,
      });
      const keepPinned = createKeepPinned({
        ...{ ...deps, ...found, pinned, read, store: files },
        ...{ uploads: uploads.list, status: engine.status },
      });
      return {
        status: engine.status,
        start() {
          engine.start();
          queue.start();
          keepPinned.start();
        },
        async stop() {
          keepPinned.stop();
          await Promise.all([engine.stop(), queue.stop()]);
        },
        syncNow: async () => void (await Promise.all([engine.syncNow(), queue.tryAll()])),
      };
    },
    stop() {
      uploads.stop();
      stopLooking();
    },
  };
}
