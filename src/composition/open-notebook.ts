import type { SignedInUser } from '#src/aws/session.ts';
import type { AwsSettings } from '#src/aws/settings.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { newNoteId } from '#src/notes/note-id.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { databaseName } from '#src/store/database-name.ts';
import { createLiveList } from '#src/store/live-list.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import type { BrowserPage } from './browser-page.ts';
import type { NotebookAws } from './connect-sync.ts';
import { lazyNotebook } from './lazy-notebook.ts';
import { lazySearch } from './lazy-search.ts';
import { openKeptCopy, openTabCopy } from './open-copy.ts';
import type { OpenNotebook } from './signed-in-notebook.ts';

/** Gives the way to open one person's notebook: the device's copy, sync behind it, and what screens may ask of both. */
export function createOpenNotebook({
  aws,
  settings,
  page,
}: {
  readonly aws: NotebookAws;
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
    const newId = () => newNoteId(page.timers.now(), page.randomBytes);
    const keeps = aws.session.keeps();
    const opened = await (keeps ? openKeptCopy({ name, home, page, onGone }) : openTabCopy({ home, page }));
    if (!opened.ok) return opened;
    const { store, evicted, lockName, channel, destroy } = opened.value;
    const list = createLiveList(store);
    const search = lazySearch(async () => {
      const { openSearch } = await import('./open-search.ts');
      const { now } = page.timers;
      return openSearch({ store, summaryOf: list.of, database: keeps ? name : null, now, storage: page.memory });
    });
    const connected = import('./connect-notebook.ts').then(({ connectNotebook }) =>
      connectNotebook({
        ...{ aws, store, list, search: search.get, user, home, page, lockName, channel },
        maxBytes: settings.maxAttachmentBytes,
        database: keeps ? name : null,
      }),
    );
    connected.catch((error: unknown) => onGone(notLoaded(error)));
    const whole = connected.then(({ notebook }) => notebook);

    const notebook = lazyNotebook({ list, search: search.get, newId, whole });
    // What is kept by one tab alone goes with it, and so does a file that is sent from where it is.
    const stopAsking = page.askBeforeLeaving(() => {
      const uploads = notebook.files.uploads.get();
      if (!keeps) return notebook.sync.get().waiting + uploads.length > 0;
      return uploads.some(
        ({ streamedFrom, state }) => streamedFrom === 'this tab' && ['waiting', 'sending'].includes(state.kind),
      );
    });

    const stop = async () => {
      stopAsking();
      await connected.then((one) => one.stop(), noted);
      search.end();
      list.stop();
    };
    return succeeded({
      notebook,
      evicted,
      stop,
      close: async () => {
        await stop();
        store.close();
      },
      destroy: async () => {
        await stop();
        await destroy();
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
