import type { Connection } from '#src/aws/connection.ts';
import type { Aws } from '#src/aws/create-aws.ts';
import type { SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import * as edits from '#src/store/person-edits.ts';
import { createNotebook } from '#src/sync/create-notebook.ts';
import { createSyncEngine } from '#src/sync/engine.ts';
import type { Notebook, NoteList } from '#src/sync/notebook.ts';
import type { Observable } from '#src/sync/observable-value.ts';
import { createTabSync, type TabChannel } from '#src/sync/tab-sync.ts';
import type { BrowserPage } from './browser-page.ts';
import { createLastWords, takeUpLastWords } from './last-words.ts';
import { lazyThumbnails } from './lazy-thumbnails.ts';

/** What a notebook needs of the way to AWS. */
export interface NotebookAws extends Pick<Aws, 'session'> {
  connect(): Promise<Pick<Connection, 'notesApi' | 'objects'>>;
}

export interface ConnectedNotebook {
  readonly notebook: Notebook;
  /** Begins to sync. */
  start(): void;
  /** Ends sync and uploads; resolves when nothing more is sent. */
  stop(): Promise<void>;
}

/** The whole notebook over an open store, with sync and the way to AWS; loaded behind the list. Rejects where a part of it cannot be. */
export async function connectNotebook(deps: {
  readonly aws: NotebookAws;
  readonly store: NoteStore;
  readonly list: Observable<NoteList>;
  readonly search: Notebook['search'];
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly page: BrowserPage;
  readonly maxBytes: number;
  /** The name of the database; null where the notes are kept by this tab alone, which has the browser ask before it goes. */
  readonly database: string | null;
  /** One for each device's copy. */
  readonly lockName: string;
  /** null where no other tab has these notes. */
  readonly channel: TabChannel | null;
}): Promise<ConnectedNotebook> {
  const { aws, lockName, channel, page, database: name } = deps;
  const { session } = aws;
  const [{ notesApi: api, objects }, { createNotebookFiles }] = await Promise.all([
    aws.connect(),
    import('#src/sync/create-notebook-files.ts'),
  ]);
  const { events, timers, random, randomBytes, locks } = page;
  const parts = { ...deps, session, objects, edits, page: events, timers, now: timers.now, random, randomBytes };
  const attachments = createNotebookFiles({ ...parts, objects, makeThumbnail: lazyThumbnails(timers) });
  const createEngine = () => attachments.sentBy(createSyncEngine({ ...parts, api }));
  const newRequest = () => String(random());
  const engine = createTabSync({ createEngine, locks, lockName, channel, page: events, newRequest });
  const notebook = createNotebook({ ...parts, engine, files: attachments.files });
  const { memory } = page;
  const lastWords = name === null ? null : createLastWords({ memory, name, tab: newRequest(), page: events, notebook });
  if (name !== null) await takeUpLastWords(memory, name, notebook);
  // Nobody waits for it; where it cannot be loaded, it is done another time.
  const loadOlder = async () =>
    (await import('#src/sync/older-summaries.ts')).createOlderSummaries({ ...deps, timers });
  let older: Awaited<ReturnType<typeof loadOlder>> | null = null;
  let stopped = false;
  return {
    notebook: lastWords === null ? notebook : { ...notebook, write: lastWords.write, choose: lastWords.choose },
    start() {
      engine.start();
      loadOlder().then(
        (loaded) => {
          if (stopped) return;
          older = loaded;
          older.start();
        },
        () => undefined,
      );
    },
    async stop() {
      lastWords?.stop();
      stopped = true;
      older?.stop();
      attachments.stop();
      await engine.stop();
    },
  };
}
