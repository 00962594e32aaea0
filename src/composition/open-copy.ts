import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { newNoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { openBroadcastChannel } from '#src/store/change-channel.ts';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type { TabChannel } from '#src/sync/tab-sync.ts';
import type { BrowserPage } from './browser-page.ts';
import { forgetDeviceCopy, keepDeviceCopy, rememberDeviceCopy } from './device-copy.ts';

/** One person's notes on this device, and how the tabs that have them open take turns. */
export interface DeviceCopy {
  readonly store: NoteStore;
  /** The browser had removed the notes since this device last had them. */
  readonly evicted: boolean;
  /** One for each copy. */
  readonly lockName: string;
  /** null where no other tab has these notes. */
  readonly channel: TabChannel | null;
  destroy(): Promise<void>;
}

/** In the browser's database, shared by all tabs. `name`: see `databaseName`. */
export async function openKeptCopy(deps: {
  readonly name: string;
  readonly home: AttachmentHome;
  readonly page: BrowserPage;
  readonly onGone: (failure: StoreFailure) => void;
}): Promise<Result<DeviceCopy, StoreFailure>> {
  const { name, page } = deps;
  const { now } = page.timers;
  const opened = await openIndexedDbNoteStore({ ...deps, openChannel: openBroadcastChannel, now });
  if (!opened.ok) return opened;
  const store = opened.value;
  const { evicted } = rememberDeviceCopy({ memory: page.memory, name, isNew: store.isNew, now: now() });
  void keepDeviceCopy({ storage: page.storage });
  return succeeded({
    store,
    evicted,
    lockName: `${name}:sync`,
    channel: openBroadcastChannel(`${name}:sync`),
    async destroy() {
      // First: a crash in between must not look as if the browser had removed the notes.
      forgetDeviceCopy(page.memory, name);
      await store.destroy();
    },
  });
}

/** In this tab's memory, and gone with it ("Don't keep notes on this computer"). */
export async function openTabCopy({
  home,
  page,
}: {
  readonly home: AttachmentHome;
  readonly page: BrowserPage;
}): Promise<Result<DeviceCopy, StoreFailure>> {
  const { now } = page.timers;
  const { createMemoryNoteStore } = await import('#src/store/memory-note-store.ts');
  const store = createMemoryNoteStore({ home, now });
  return succeeded({
    store,
    evicted: false,
    lockName: `only this tab:${newNoteId(now(), page.randomBytes)}`,
    channel: null,
    destroy: async () => void (await store.destroy()),
  });
}
