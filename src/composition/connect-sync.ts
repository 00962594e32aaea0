import type { Connection } from '#src/aws/connection.ts';
import type { Aws } from '#src/aws/create-aws.ts';
import type { SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { createNotebookFiles } from '#src/sync/create-notebook-files.ts';
import { createSyncEngine, type SyncEngine } from '#src/sync/engine.ts';
import type { NoteList } from '#src/sync/notebook.ts';
import type { NotebookFiles } from '#src/sync/notebook-files.ts';
import type { Observable } from '#src/sync/observable-value.ts';
import { createTabSync, type TabChannel } from '#src/sync/tab-sync.ts';
import { createBreather } from '#src/ui/breather.ts';
import type { BrowserPage } from './browser-page.ts';
import { createKeptLimit } from './kept-limit.ts';
import { lazyThumbnails } from './lazy-thumbnails.ts';

/** What a notebook needs of the way to AWS. */
export interface NotebookAws extends Pick<Aws, 'session'> {
  connect(): Promise<Pick<Connection, 'notesApi' | 'objects'>>;
}

export interface SyncDeps {
  readonly aws: NotebookAws;
  readonly store: NoteStore;
  readonly list: Observable<NoteList>;
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly page: BrowserPage;
  /** The name of the database; null where the notes are kept by this tab alone, which has the browser ask before it goes. */
  readonly database: string | null;
  /** Of one file. */
  readonly maxBytes: number;
  /** One for each device's copy. */
  readonly lockName: string;
  /** null where no other tab has these notes. */
  readonly channel: TabChannel | null;
}

/** The way between an open store and AWS, for notes and files. Nothing is sent before the engine starts. */
export interface ConnectedSync {
  readonly engine: SyncEngine;
  readonly files: NotebookFiles;
  /** Ends sync and uploads; resolves when nothing more is sent. */
  stop(): Promise<void>;
}

/** Loaded behind a notebook that can be read and written already. Rejects where a part of it cannot be loaded. */
export async function connectSync(
  deps: SyncDeps & { readonly edits: typeof personEdits; readonly watched: readonly NoteId[] },
): Promise<ConnectedSync> {
  const { aws, lockName, channel, page } = deps;
  const { notesApi: api, objects } = await aws.connect();
  const { events, timers, random, randomBytes, locks } = page;
  const { session } = aws;
  const parts = { ...deps, session, objects, page: events, timers, now: timers.now, random, randomBytes };
  const attachments = createNotebookFiles({
    ...parts,
    makeThumbnail: lazyThumbnails(timers),
    limit: createKeptLimit(page.memory),
    savesData: () => page.connection?.saveData === true,
    estimate: deps.database === null ? null : () => page.storage.estimate(),
    browser: page.storage,
    breathe: createBreather(timers.now),
  });
  const createEngine = () => attachments.sentBy(createSyncEngine({ ...parts, api }));
  const newRequest = () => String(random());
  const engine = createTabSync({ createEngine, locks, lockName, channel, page: events, newRequest });
  return {
    engine,
    files: attachments.files,
    async stop() {
      attachments.stop();
      await engine.stop();
    },
  };
}
