import 'fake-indexeddb/auto';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { aChannelHub } from '../unit/store/a-channel-hub.ts';
import { home } from '../unit/store/a-record.ts';
import { describeNoteStore } from './note-store.contract.ts';

describeNoteStore('the memory store', async () => createMemoryNoteStore({ home }));

let databases = 0;
describeNoteStore('the IndexedDB store', async () => {
  databases += 1;
  const opened = await openIndexedDbNoteStore({
    name: `contract ${databases}`,
    home,
    openChannel: aChannelHub(),
    now: () => 0,
    onGone: ({ message }) => {
      throw new Error(message);
    },
  });
  if (!opened.ok) throw new Error(opened.failure.message);
  return opened.value;
});
