import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { FileStorage, Transfer } from '#src/aws/file-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { createValue, type Observable } from './observable-value.ts';
import type { PageEvents } from './page-events.ts';
import { createSendAs } from './send-as.ts';
import { tooLargeToSend } from './upload-limit.ts';
import { writeLink } from './write-link.ts';

/** One file on its way to S3. */
export interface Upload {
  readonly id: string;
  readonly noteId: NoteId;
  readonly name: string;
  readonly totalBytes: number;
  readonly sentBytes: number;
  readonly state:
    | { readonly kind: 'sending' }
    | { readonly kind: 'done' }
    | { readonly kind: 'failed'; readonly failure: Failure<string> };
}

export interface Uploads {
  /** In the order of their beginning; finished and failed ones stay until they are dismissed, cancelled ones go. */
  readonly list: Observable<readonly Upload[]>;
  /** Begins to send the file, then writes its link at the end of the note. Refused at once where it is too large, or without a network. */
  attach(noteId: NoteId, file: File): Result<Upload, AwsFailure>;
  cancel(uploadId: string): void;
  dismiss(uploadId: string): void;
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
  readonly edits: Pick<typeof personEdits, 'edited'>;
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
  let count = 0;

  const show = (id: string, part: Partial<Upload>) =>
    list.set(list.get().map((upload) => (upload.id === id ? { ...upload, ...part } : upload)));
  const take = (id: string) => list.set(list.get().filter((upload) => upload.id !== id));

  /** The whole way of one file; what comes back is why it did not arrive. */
  async function send({ id, noteId }: Upload, file: File): Promise<Result<void, Failure<string>>> {
    const key = newObjectKey({ prefix: home.prefix, now: now(), randomBytes, name: file.name });
    const existed = (await store.read(noteId)) !== undefined;
    const promised = await store.discard([key], now() + longestUpload);
    if (!promised.ok) return promised;

    const sent = await sendAs(() => transfer(id, file, key));
    const written = sent.ok ? await writeLink({ noteId, file, key, existed }, deps) : sent;
    // Where these fail, the object still goes or stays as it should, only a day later.
    if (written.ok) await store.forgetDiscarded(key);
    else await store.discard([key], now());
    return written;
  }

  function transfer(id: string, file: File, key: string): Promise<Result<void, AwsFailure>> {
    if (!running.has(id)) return Promise.resolve(failed(cancelled));
    let shownAt = 0;
    const begun = files.upload(file, key, ({ sentBytes }) => {
      if (now() - shownAt < betweenProgress) return;
      shownAt = now();
      show(id, { sentBytes });
    });
    running.set(id, begun);
    return begun.result;
  }

  async function run(upload: Upload, file: File): Promise<void> {
    const { id } = upload;
    running.set(id, null);
    const sent = await send(upload, file).catch((error: unknown) => failed(unexpected(error)));
    const wasCancelled = !running.delete(id);
    if (sent.ok) show(id, { sentBytes: upload.totalBytes, state: { kind: 'done' } });
    else if (wasCancelled || sent.failure.kind === 'cancelled') take(id);
    else show(id, { state: { kind: 'failed', failure: sent.failure } });
  }

  function cancel(id: string): void {
    const transfer = running.get(id);
    running.delete(id);
    transfer?.cancel();
  }

  return {
    list,
    attach(noteId, file) {
      const refusal = tooLargeToSend(file, maxBytes) ?? (page.online() ? null : noNetwork);
      if (refusal !== null) return failed(refusal);
      count += 1;
      const upload: Upload = {
        id: `upload-${count}`,
        noteId,
        name: file.name,
        totalBytes: file.size,
        sentBytes: 0,
        state: { kind: 'sending' },
      };
      list.set([...list.get(), upload]);
      void run(upload, file);
      return succeeded(upload);
    },
    cancel,
    dismiss(id) {
      if (!running.has(id)) take(id);
    },
    stop() {
      for (const id of [...running.keys()]) cancel(id);
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
