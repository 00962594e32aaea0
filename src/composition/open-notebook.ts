import type { Aws } from '#src/aws/create-aws.ts';
import type { SignedInUser } from '#src/aws/session.ts';
import type { AwsSettings } from '#src/aws/settings.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { openBroadcastChannel } from '#src/store/change-channel.ts';
import { databaseName } from '#src/store/database-name.ts';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { createLiveList } from '#src/store/live-list.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import { createSyncEngine } from '#src/sync/engine.ts';
import { createWebLocks } from '#src/sync/locks.ts';
import type { BrowserPage } from './page.ts';
import type { OpenNotebook } from './signed-in-notebook.ts';

/** Gives the way to open one person's notebook: the device's copy, sync behind it, and what screens may ask of both. */
export function createOpenNotebook({
  aws,
  settings,
  page,
  locks,
}: {
  readonly aws: Aws;
  readonly settings: AwsSettings;
  readonly page: BrowserPage;
  readonly locks: LockManager;
}) {
  return async (
    user: SignedInUser,
    onGone: (failure: StoreFailure) => void,
  ): Promise<Result<OpenNotebook, StoreFailure>> => {
    const home: AttachmentHome = {
      identityId: user.identityId,
      bucket: settings.bucket,
      prefix: settings.attachmentsPrefix.replaceAll('{identityId}', user.identityId),
    };
    const name = databaseName({ ...user, apiUrl: settings.apiUrl });
    const { now } = page.timers;
    const opened = await openIndexedDbNoteStore({ name, home, openChannel: openBroadcastChannel, now, onGone });
    if (!opened.ok) return opened;
    const store = opened.value;
    const list = createLiveList(store);
    const engine = createSyncEngine({
      store,
      api: aws.notesApi,
      files: aws.files,
      session: aws.session,
      user,
      home,
      page: page.events,
      timers: page.timers,
      random: page.random,
      locks: createWebLocks(locks),
      lockName: `${name}:sync`,
    });
    engine.start();
    return succeeded({ list, engine, store });
  };
}
