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
import * as edits from '#src/store/person-edits.ts';
import { createNotebook } from '#src/sync/create-notebook.ts';
import { createSyncEngine } from '#src/sync/engine.ts';
import { createUploads } from '#src/sync/uploads.ts';
import type { BrowserPage } from './browser-page.ts';
import type { OpenNotebook } from './signed-in-notebook.ts';

/** Gives the way to open one person's notebook: the device's copy, sync behind it, and what screens may ask of both. */
export function createOpenNotebook({
  aws,
  settings,
  page,
}: {
  readonly aws: Aws;
  readonly settings: AwsSettings;
  readonly page: BrowserPage;
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
    const { session, files, notesApi: api } = aws;
    const { timers, random, randomBytes, locks } = page;
    const parts = { store, files, session, user, home, edits, page: page.events, now };
    const engine = createSyncEngine({ ...parts, api, timers, random, locks, lockName: `${name}:sync` });
    const uploads = createUploads({ ...parts, randomBytes, maxBytes: settings.maxAttachmentBytes });
    engine.start();

    const stop = async () => {
      uploads.stop();
      await engine.stop();
      list.stop();
    };
    return succeeded({
      notebook: createNotebook({ ...parts, list, engine, uploads, randomBytes }),
      stop,
      close: async () => {
        await stop();
        store.close();
      },
      destroy: async () => {
        await stop();
        await store.destroy();
      },
    });
  };
}
