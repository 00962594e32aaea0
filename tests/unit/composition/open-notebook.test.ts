import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import type { Session } from '#src/aws/session.ts';
import { createOpenNotebook } from '#src/composition/open-notebook.ts';
import { createSignedInNotebook } from '#src/composition/signed-in-notebook.ts';
import { failed } from '#src/notes/result.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import { fakeStorage } from '../aws/fake-storage.ts';
import { createFakeFiles } from '../sync/fakes/fake-files.ts';
import { awsFailure, createFakeNetwork } from '../sync/fakes/fake-network.ts';
import { createFakeNotesServer } from '../sync/fakes/fake-notes-server.ts';
import { createFakeLocks, createFakePage } from '../sync/fakes/fake-page.ts';
import { ana, createFakeSession } from '../sync/fakes/fake-session.ts';
import { createFakeTimers } from '../sync/fakes/fake-timers.ts';

const settings = {
  region: 'eu-central-1',
  apiUrl: 'https://api.example/prod',
  bucket: 'bucket',
  userPoolId: 'eu-central-1_x',
  userPoolClientId: 'client',
  identityPoolId: 'eu-central-1:x',
  attachmentsPrefix: '{identityId}/',
  maxAttachmentBytes: 1_000,
  signUp: 'open' as const,
};

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
  for (const { name } of await indexedDB.databases()) await deleteDB(name ?? '');
});

/** A browser in which Ana is signed in. */
function aBrowser({ keeps = true }: { readonly keeps?: boolean } = {}) {
  const timers = createFakeTimers();
  const network = createFakeNetwork(timers);
  const inBrowser = createFakeSession();
  const { storage: memory, keys } = fakeStorage({ other: 'kept' });
  const session: Session = {
    ...inBrowser,
    prepareSignIn: async () => failed(awsFailure('offline')),
    completeSignIn: async () => failed(awsFailure('offline')),
    keeps: () => keeps,
    keep: () => {},
    signOut: async () => inBrowser.signIn(null),
  };
  const server = createFakeNotesServer('versioned', timers.now);
  const files = createFakeFiles(network);
  const aws = {
    session,
    connect: async () => ({ notesApi: server.reachedBy(network), objects: files.storage }),
  };
  let asked = 0;
  const asksBeforeLeaving = new Set<() => boolean>();
  const page = {
    timers,
    events: createFakePage(network),
    locks: createFakeLocks(),
    memory,
    connection: undefined,
    storage: {
      estimate: async () => ({}),
      persisted: async () => false,
      async persist() {
        asked += 1;
        return false;
      },
    },
    random: () => 0,
    randomBytes: (length: number) => new Uint8Array(length),
    fetch,
    wait: async () => {},
    every: () => () => {},
    askBeforeLeaving(wouldLose: () => boolean) {
      asksBeforeLeaving.add(wouldLose);
      return () => void asksBeforeLeaving.delete(wouldLose);
    },
  };
  const open = createOpenNotebook({ aws, settings, page });
  const gone = ({ message }: StoreFailure) => {
    throw new Error(message);
  };
  return {
    session,
    keys,
    open,
    network,
    timers,
    /** Whether the browser would ask before the page goes. */
    asksBeforeLeaving: () => [...asksBeforeLeaving].some((wouldLose) => wouldLose()),
    asked: () => asked,
    async opened() {
      const result = await open(ana, gone);
      if (!result.ok) throw new Error(result.failure.message);
      ends.push(result.value.close);
      return result.value;
    },
    names: async () => (await indexedDB.databases()).map(({ name }) => name ?? ''),
  };
}

describe('A notebook on this device', () => {
  it('asks the browser once each time to keep it, whatever it says', async () => {
    const browser = aBrowser();
    for (const times of [1, 2]) {
      const notebook = await browser.opened();
      await expect.poll(browser.asked).toBe(times);
      await notebook.close();
    }
  });

  it('tells once that the browser had removed it', async () => {
    const browser = aBrowser();
    const evicted: boolean[] = [];
    for (const isRemoved of [true, false, false]) {
      const notebook = await browser.opened();
      evicted.push(notebook.evicted);
      await notebook.close();
      if (isRemoved) for (const name of await browser.names()) await deleteDB(name);
    }
    expect(evicted).toEqual([false, true, false]);
  });

  it('leaves nothing behind when it is destroyed, and is not missed', async () => {
    const browser = aBrowser();
    await (await browser.opened()).destroy();
    expect([browser.keys(), await browser.names()]).toEqual([['other'], []]);
    expect((await browser.opened()).evicted).toBe(false);
  });

  it('leaves nothing behind when the person signs out', async () => {
    const browser = aBrowser();
    const { session, open } = browser;
    const signedIn = createSignedInNotebook({ session, open });
    await expect.poll(signedIn.notebook.get).not.toBeNull();
    expect(browser.keys()).toHaveLength(2);
    await signedIn.signOut();
    expect([browser.keys(), await browser.names()]).toEqual([['other'], []]);
  });

  it('is never asked about before the page goes: what is written stays', async () => {
    const { opened, network, asksBeforeLeaving } = aBrowser();
    network.online = false;
    const { notebook } = await opened();
    await notebook.write(notebook.newId(), { seen: '', text: 'Milk' });
    expect(asksBeforeLeaving()).toBe(false);
  });
});

describe('A notebook that is not kept on this computer', () => {
  it('leaves no trace on it while it is open, and is asked about before the page goes with anything unsent', async () => {
    const { opened, network, timers, asksBeforeLeaving, keys, names } = aBrowser({ keeps: false });
    network.online = false;
    const { notebook, close, evicted } = await opened();
    expect(asksBeforeLeaving()).toBe(false);
    await notebook.write(notebook.newId(), { seen: '', text: 'Milk' });
    await expect.poll(asksBeforeLeaving).toBe(true);
    expect([keys(), await names(), evicted]).toEqual([['other'], [], false]);
    network.online = true;
    await notebook.syncNow();
    await timers.pass(1_000);
    expect(asksBeforeLeaving()).toBe(false);
    await close();
    expect(asksBeforeLeaving()).toBe(false);
  });
});
