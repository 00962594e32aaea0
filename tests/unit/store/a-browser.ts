import { openDB } from 'idb';
import { afterEach } from 'vitest';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import { aChannelHub } from './a-channel-hub.ts';
import { home } from './a-record.ts';

let databases = 0;
const ends: (() => void)[] = [];
afterEach(() => {
  for (const end of ends.splice(0)) end();
});

/** Opens a database as many tabs as one likes would. */
export function aBrowser() {
  databases += 1;
  const name = `unit ${databases}`;
  const openChannel = aChannelHub();
  const gone: StoreFailure[] = [];
  const open = () =>
    openIndexedDbNoteStore({ name, home, openChannel, now: () => 1_000, onGone: (failure) => gone.push(failure) });
  return {
    name,
    gone,
    open,
    /** `end`: which of its channels; none: the notes'. */
    channel: (end = '') => openChannel(name + end),
    async openTab() {
      const opened = await open();
      if (!opened.ok) throw new Error(opened.failure.message);
      ends.push(() => opened.value.close());
      return opened.value;
    },
    /** Writes past the store, as a bug would. */
    async spoil(
      store:
        | 'records'
        | 'summaries'
        | 'meta'
        | 'discarded'
        | 'versions'
        | 'history'
        | 'uploads'
        | 'files'
        | 'bytes'
        | 'thumbs',
      value: unknown,
      key?: string,
    ) {
      const database = await openDB(name);
      await database.put(store, value, key);
      database.close();
    },
  };
}
