import 'fake-indexeddb/auto';
import { onTestFinished } from 'vitest';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { createMemoryNoteStore } from '#src/store/memory-note-store.ts';
import { aChannelHub } from '../unit/store/a-channel-hub.ts';
import { home } from '../unit/store/a-record.ts';
import { describeFileStore } from './file-store.contract.ts';
import { describeKeyPromises } from './key-promises.contract.ts';
import { describeNoteStore } from './note-store.contract.ts';
import { describeNoteHistory } from './note-store-history.contract.ts';

let databases = 0;
const subjects = {
  'the memory store': async (now: () => number) => createMemoryNoteStore({ home, now }),
  'the IndexedDB store': async (now: () => number) => {
    databases += 1;
    const opened = await openIndexedDbNoteStore({
      name: `contract ${databases}`,
      home,
      openChannel: aChannelHub(),
      now,
      onGone: ({ message }) => {
        throw new Error(message);
      },
    });
    if (!opened.ok) throw new Error(opened.failure.message);
    // Other tests in this process delete what databases there are.
    onTestFinished(() => opened.value.close());
    return opened.value;
  },
};

for (const [name, open] of Object.entries(subjects)) {
  describeNoteStore(name, () => open(() => 0));
  describeNoteHistory(name, open);
  describeFileStore(name, open);
  describeKeyPromises(name, open);
}
