import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { FileStorage, Transfer } from '#src/aws/file-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { type Failure, failed, type Result } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import type { Attached, NotebookFiles, PickedFile, Place, Upload } from './notebook-files.ts';
import { createValue } from './observable-value.ts';
import type { PageEvents } from './page-events.ts';
import { createSendAs } from './send-as.ts';
import { tooLargeToSend } from './upload-limit.ts';
import { type Spot, writeLink } from './write-link.ts';

interface Uploads {
  readonly list: NotebookFiles['uploads'];
  /** Begins to send the files, then writes the link of each. Refused at once is what is too large, and all without a network. */
  attach(noteId: NoteId, files: readonly PickedFile[], place: Place | null): readonly Attached[];
  cancel(key: string): void;
  /** Cancels all, for the end of the session. */
  stop(): void;
}

const betweenProgress = 100;
/** A tab that dies in the middle leaves an object that no note names; this long after it began, it is deleted. */
const longestUpload = 24 * 60 * 60_000;

export function createUploads(deps: {
  readonly store: NoteStore;
  readonly files: FileStorage;
  readonly session: Pick<Session, 'check' | 'during'>;
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly edits: Pick<typeof personEdits, 'edited' | 'written'>;
  readonly page: Pick<PageEvents, 'online'>;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly maxBytes: number;
}): Uploads {
  const { store, files, session, user, home, page, now, randomBytes, maxBytes } = deps;
  const sendAs = createSendAs({ session, user, online: page.online });
  const list = createValue<readonly Upload[]>([]);
  /** Those that send; the transfer is null before its first byte. */
  const running = new Map<string, Transfer | null>();

  const show = (key: string, part: Partial<Upload>) =>
    list.set(list.get().map((upload) => (upload.key === key ? { ...upload, ...part } : upload)));
  const take = (key: string) => list.set(list.get().filter((upload) => upload.key !== key));

  /** The whole way of one file; what comes back is why it did not arrive. */
  async function send(noteId: NoteId, key: string, picked: PickedFile, spot: Spot | null) {
    const existed = (await store.read(noteId)) !== undefined;
    const promised = await store.discard([key], now() + longestUpload);
    if (!promised.ok) return promised;

    const sent = await sendAs(() => transfer(picked.file, key));
    const written = sent.ok ? await writeLink({ noteId, picked, key, spot, existed }, deps) : sent;
    // Where these fail, the object still goes or stays as it should, only a day later.
    if (written.ok) await store.forgetDiscarded(key);
    else await store.discard([key], now());
    return written;
  }

  function transfer(file: File, key: string): Promise<Result<void, AwsFailure>> {
    if (!running.has(key)) return Promise.resolve(failed(cancelled));
    let shownAt = 0;
    const begun = files.upload(file, key, ({ sentBytes }) => {
      if (now() - shownAt < betweenProgress) return;
      shownAt = now();
      show(key, { sentBytes });
    });
    running.set(key, begun);
    return begun.result;
  }

  async function run({ key, noteId }: Upload, picked: PickedFile, spot: Spot | null): Promise<void> {
    running.set(key, null);
    const sent: Result<void, Failure<string>> = await send(noteId, key, picked, spot).catch((error: unknown) =>
      failed(unexpected(error)),
    );
    const wasCancelled = !running.delete(key);
    if (sent.ok || wasCancelled || sent.failure.kind === 'cancelled') take(key);
    else show(key, { pending: false, state: { kind: 'failed', failure: sent.failure } });
  }

  function cancel(key: string): void {
    const isRunning = running.has(key);
    const transfer = running.get(key);
    running.delete(key);
    if (isRunning) transfer?.cancel();
    else take(key);
  }

  function begin(noteId: NoteId, picked: PickedFile, spot: Spot | null): Attached {
    const { name, file } = picked;
    const refused = tooLargeToSend({ name, size: file.size }, maxBytes) ?? (page.online() ? null : noNetwork);
    if (refused !== null) return { name, refused };
    const key = newObjectKey({ prefix: home.prefix, now: now(), randomBytes, name: file.name });
    const upload: Upload = {
      ...{ key, noteId, name, totalBytes: file.size, sentBytes: 0 },
      pending: true,
      state: { kind: 'sending' },
    };
    list.set([...list.get(), upload]);
    void run(upload, picked, spot);
    return { name, key };
  }

  return {
    list,
    attach(noteId, picked, place) {
      const links: Spot['links'] = [];
      return picked.map((one, index) => begin(noteId, one, place && { place, links, index }));
    },
    cancel,
    stop() {
      for (const key of [...running.keys()]) cancel(key);
    },
  };
}

const cancelled: AwsFailure = { kind: 'cancelled', message: 'Cancelled.', details: '' };

const noNetwork: AwsFailure = {
  kind: 'offline',
  message: 'There is no network, so the file cannot be sent. Attach it again when the network is back.',
  details: 'The browser says that it is offline.',
};

const unexpected = (error: unknown): Failure<'broken'> => ({
  kind: 'broken',
  message: 'The file could not be attached. Reload the page and attach it again.',
  details: String(error),
});
