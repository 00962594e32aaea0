import type { NoteId } from '#src/notes/note-id.ts';
import * as edits from '#src/store/person-edits.ts';
import { createNotebook } from '#src/sync/create-notebook.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import { createValue } from '#src/sync/observable-value.ts';
import { nothingYet, type SyncStatus } from '#src/sync/sync-status.ts';
import type { ConnectedSync, SyncDeps } from './connect-sync.ts';
import { follow } from './follow.ts';
import { createLastWords, takeUpLastWords } from './last-words.ts';
import { lazyFiles } from './lazy-files.ts';
import { loadAtLast } from './load-at-last.ts';

export interface ConnectedNotebook {
  readonly notebook: Notebook;
  /** Ends sync and uploads; resolves when nothing more is sent. */
  stop(): Promise<void>;
}

/** The whole notebook over an open store: what is written goes to the device at once, and to AWS as soon as what sends it has been loaded. */
export async function connectNotebook(
  deps: SyncDeps & {
    readonly search: Notebook['search'];
  },
): Promise<ConnectedNotebook> {
  const { page, database: name } = deps;
  const { events, timers, random, randomBytes, memory } = page;
  const status = createValue<SyncStatus>(nothingYet);
  const stopping = new AbortController();
  const { signal } = stopping;
  const watched: NoteId[] = [];
  let running: ConnectedSync | null = null;

  const connected = loadAtLast(
    async () => {
      const { connectSync } = await import('./connect-sync.ts');
      const sync = await connectSync({ ...deps, edits, watched });
      if (signal.aborted) await sync.stop();
      return sync;
    },
    {
      ...{ page: events, timers, signal },
      onFailure: (error) => status.set({ ...nothingYet, phase: 'trouble', failure: notLoaded(error) }),
    },
  );
  const engine = { status, syncNow: async () => (await connected).engine.syncNow() };
  const files = lazyFiles(connected.then((one) => one.files));
  const now = timers.now;
  const notebook = createNotebook({ ...deps, watched, engine, files, edits, now, randomBytes });
  const lastWords =
    name === null ? null : createLastWords({ memory, name, tab: String(random()), page: events, notebook });
  if (name !== null) await takeUpLastWords(memory, name, notebook);

  void connected.then((sync) => {
    running = sync;
    follow(sync.engine.status, status);
    sync.engine.start();
  });
  // Nobody waits for it; where it cannot be loaded, it is done another time.
  import('#src/sync/older-summaries.ts').then(
    ({ createOlderSummaries }) => {
      if (signal.aborted) return;
      const older = createOlderSummaries({ ...deps, timers });
      signal.addEventListener('abort', older.stop);
      older.start();
    },
    () => undefined,
  );
  return {
    notebook: lastWords === null ? notebook : { ...notebook, write: lastWords.write, choose: lastWords.choose },
    async stop() {
      lastWords?.stop();
      stopping.abort();
      await running?.stop();
    },
  };
}

const notLoaded = (error: unknown): NonNullable<SyncStatus['failure']> => ({
  kind: 'broken',
  message:
    'A part of the app could not be loaded, so nothing is sent. Your notes are safe on this device; it is tried again soon.',
  details: String(error),
});
