import type { Aws } from '#src/aws/create-aws.ts';
import type { SignedInUser } from '#src/aws/session.ts';
import type { AwsSettings } from '#src/aws/settings.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { newNoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { openBroadcastChannel } from '#src/store/change-channel.ts';
import { databaseName } from '#src/store/database-name.ts';
import { openIndexedDbNoteStore } from '#src/store/indexed-db-note-store.ts';
import { createLiveList } from '#src/store/live-list.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { BrowserPage } from './browser-page.ts';
import { forgetDeviceCopy, keepDeviceCopy, rememberDeviceCopy } from './device-copy.ts';
import { lazyNotebook } from './lazy-notebook.ts';
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
    const { memory, storage } = page;
    const { now } = page.timers;
    const opened = await openIndexedDbNoteStore({ name, home, openChannel: openBroadcastChannel, now, onGone });
    if (!opened.ok) return opened;
    const store = opened.value;
    const { evicted } = rememberDeviceCopy({ memory, name, isNew: store.isNew, now: now() });
    void keepDeviceCopy({ storage });
    const list = createLiveList(store);
    const connected = import('./connect-notebook.ts').then(({ connectNotebook }) =>
      connectNotebook({
        ...{ aws, store, list, user, home, page },
        maxBytes: settings.maxAttachmentBytes,
        lockName: `${name}:sync`,
      }),
    );
    let stopped = false;
    connected.then(
      (whole) => stopped || whole.start(),
      (error: unknown) => onGone(notLoaded(error)),
    );
    const whole = connected.then(({ notebook }) => notebook);
    const newId = () => newNoteId(now(), page.randomBytes);

    const stop = async () => {
      stopped = true;
      await connected.then((one) => one.stop(), noted);
      list.stop();
    };
    return succeeded({
      notebook: lazyNotebook({ list, newId, whole }),
      evicted,
      stop,
      close: async () => {
        await stop();
        store.close();
      },
      destroy: async () => {
        await stop();
        // First: a crash in between must not look as if the browser had removed the notes.
        forgetDeviceCopy(memory, name);
        await store.destroy();
      },
    });
  };
}

const notLoaded = (error: unknown): StoreFailure => ({
  kind: 'broken',
  message: 'A part of the app could not be loaded. Your notes are safe on this device; reload the page to go on.',
  details: String(error),
});

/** It is on screen already. */
const noted = () => undefined;
