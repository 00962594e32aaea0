import type { FileStorage } from '#src/aws/file-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { succeeded } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { removeAttachment } from './attachment-removal.ts';
import { createFoundFiles, type ReadableObjects } from './found-files.ts';
import { createHeldFiles, mostKept } from './held-files.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { PageEvents } from './page-events.ts';
import { createSendAs } from './send-as.ts';
import { createThumbnails, type MakeThumbnail } from './thumbnails.ts';
import { createUploads } from './uploads.ts';

/** The files of the notes in a store, and how to end what is on its way. */
export function createNotebookFiles(deps: {
  readonly store: NoteStore;
  readonly files: FileStorage;
  readonly objects: ReadableObjects;
  readonly session: Pick<Session, 'check' | 'during'>;
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly edits: typeof personEdits;
  readonly page: Pick<PageEvents, 'online'>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly maxBytes: number;
  readonly makeThumbnail: MakeThumbnail;
}): { readonly files: NotebookFiles; readonly stop: () => void } {
  const { files } = deps;
  const sendAs = createSendAs({ ...deps, online: deps.page.online });
  const uploads = createUploads(deps);

  const store = () => deps.store.files();
  const read = createHeldFiles({
    ...{ store, now: deps.now, most: mostKept },
    read: (key) => sendAs(() => files.read(key)),
  });

  return {
    files: {
      uploads: uploads.list,
      attach: async (id, picked, place) => succeeded(uploads.attach(id, picked, place)),
      cancel: uploads.cancel,
      read,
      ...createFoundFiles({ ...deps, store, read, sendAs }),
      thumbnail: createThumbnails({ store, read, make: deps.makeThumbnail }),
      downloadAddress: (key, name) => sendAs(() => files.downloadAddress(key, name)),
      remove: (id, key) => removeAttachment(id, key, deps),
    },
    stop: uploads.stop,
  };
}
