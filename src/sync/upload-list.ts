import type { FileStore, StoredUpload } from '#src/store/file-store.ts';
import type { WrongFile } from './choose-again.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { NotebookFiles, Upload } from './notebook-files.ts';
import { createValue } from './observable-value.ts';
import type { TabChannel } from './tab-sync.ts';
import type { Timers } from './timers.ts';
import { createTurns } from './turns.ts';
import { parseSending } from './upload-messages.ts';
import { sentOf } from './upload-queue.ts';

const betweenProgress = 100;

/** What screens see of the files on their way: the rows of the store, and how far the leading tab, this one or another, is with those it sends. */
export function createUploadList(deps: {
  readonly files: () => Promise<Pick<FileStore, 'uploads' | 'subscribe'>>;
  readonly chosen: Pick<ChosenFiles, 'of' | 'want' | 'letGo' | 'subscribe'>;
  /** null where no other tab has these files. */
  readonly channel: TabChannel | null;
  readonly timers: Timers;
}): {
  readonly list: NotebookFiles['uploads'];
  /** This tab leads, and sends these. */
  readonly progress: (sending: ReadonlyMap<string, number>) => void;
  /** These are about to be written: they are in the list before their note names them, so that nobody takes them for files in S3. */
  readonly coming: (uploads: readonly StoredUpload[]) => void;
  /** They are written, or not; resolves when the list has what there is. */
  readonly came: (uploads: readonly StoredUpload[]) => Promise<void>;
  /** Whether it is sent from the chosen file, so that neither S3 nor this device has it. */
  readonly isStreamed: (key: string) => Promise<boolean>;
  /** What came of comparing a file that was chosen again; null: nothing is against it. */
  readonly compared: (key: string, as: Comparison | null) => void;
  readonly stop: () => void;
} {
  const { channel, chosen, timers } = deps;
  const list = createValue<readonly Upload[]>([]);
  let rows: readonly StoredUpload[] = [];
  let coming: readonly StoredUpload[] = [];
  let sending: ReadonlyMap<string, number> = new Map();
  let told: { readonly keys: string; readonly at: number } = { keys: '', at: 0 };
  const comparisons = new Map<string, Comparison>();
  let callOff = () => {};
  let isOver = false;
  let unsubscribe = () => {};

  function show(): void {
    const known = new Set(rows.map(({ key }) => key));
    const all = [...rows.filter(({ wish }) => wish !== 'cancel'), ...coming.filter(({ key }) => !known.has(key))];
    const before = new Map(list.get().map((upload) => [upload.key, upload]));
    const shown = all.map((row) => {
      const upload = uploadOf(row, sending.get(row.key));
      const now = row.source.kind === 'kept' ? upload : streamedUpload(upload, row);
      const seen = before.get(row.key);
      return seen !== undefined && isAsSeen(seen, now) ? seen : now;
    });
    if (shown.length + list.get().length > 0) list.set(shown);
  }

  async function read(): Promise<void> {
    const found = await (await deps.files()).uploads();
    if (isOver) return;
    const gone = rows.filter(({ key }) => !found.some((row) => row.key === key));
    chosen.letGo(gone.map(({ key }) => key));
    rows = found;
    // What waits for the person is asked of no tab.
    const wanted = rows.filter(
      ({ source, wish, problem }) => source.kind === 'streamed' && wish !== 'cancel' && !problem,
    );
    for (const row of wanted) chosen.want(row);
    show();
  }

  /** What changes while the rows are being read is read once more, all at once. */
  const turn = createTurns<null>(
    () => read().catch(closed),
    () => null,
  );
  const refresh = () => turn(null);

  function tell(): void {
    callOff();
    told = { keys: [...sending.keys()].join('\n'), at: timers.now() };
    channel?.post({ kind: 'sending files', files: [...sending] });
    show();
  }

  channel?.listen((message) => {
    const parsed = parseSending(message);
    if (parsed === null || isOver) return;
    sending = parsed;
    show();
  });

  const streamedUpload = (upload: Upload, row: StoredUpload): Upload => ({
    ...upload,
    streamedFrom: chosen.of(row) === undefined ? 'another tab' : 'this tab',
    state: stateOf(upload.state, comparisons.get(row.key)),
  });

  async function follow(): Promise<void> {
    const files = await deps.files();
    // Where the copy is closed, the last that was seen of it stays.
    if (!isOver) unsubscribe = files.subscribe(() => void refresh());
    await refresh();
  }
  const unfollow = chosen.subscribe(show);
  const followed = follow().catch(closed);

  return {
    list,
    progress(now) {
      sending = new Map(now);
      if (told.keys !== [...now.keys()].join('\n')) return tell();
      callOff();
      callOff = timers.after(Math.max(0, told.at + betweenProgress - timers.now()), tell);
    },
    coming(uploads) {
      coming = [...coming, ...uploads];
      show();
    },
    async came(uploads) {
      await refresh();
      coming = coming.filter((row) => !uploads.includes(row));
      show();
    },
    async isStreamed(key) {
      await followed;
      return [...rows, ...coming].some((row) => row.key === key && row.source.kind === 'streamed');
    },
    compared(key, as) {
      if (as === null) comparisons.delete(key);
      else comparisons.set(key, as);
      show();
    },
    stop() {
      isOver = true;
      unfollow();
      callOff();
      unsubscribe();
    },
  };
}

function uploadOf(row: StoredUpload, sentBytes: number | undefined): Upload {
  const { key, noteId, name, size, problem, wish } = row;
  const upload = { key, noteId, name, totalBytes: size, sentBytes: sentBytes ?? sentOf(row) };
  if (problem !== null) return { ...upload, state: { kind: 'failed', failure: problem.failure } };
  if (wish === 'pause') return { ...upload, state: { kind: 'paused' } };
  return { ...upload, state: { kind: sentBytes === undefined ? 'waiting' : 'sending' } };
}

/** Then it stays the same object, so that its row is not drawn again. */
const isAsSeen = (seen: Upload, now: Upload): boolean =>
  seen.sentBytes === now.sentBytes && seen.streamedFrom === now.streamedFrom && isSameState(seen.state, now.state);

const isSameState = (one: Upload['state'], other: Upload['state']): boolean =>
  one.kind === other.kind && ('failure' in one ? one.failure : null) === ('failure' in other ? other.failure : null);

type Comparison = 'not yet' | WrongFile;

/** What this tab knows of an upload whose file is to be chosen again. */
function stateOf(state: Upload['state'], comparison: Comparison | undefined): Upload['state'] {
  if (state.kind !== 'failed' || state.failure.kind !== 'no file') return state;
  if (comparison === 'not yet') return { kind: 'comparing' };
  return { kind: 'file needed', failure: comparison ?? state.failure };
}

/** The device's copy is closed or broken, of which the list of notes tells. */
const closed = () => undefined;
