import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { FileStore, StoredUpload } from '#src/store/file-store.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { createAlarm } from './alarm.ts';
import { backoff } from './backoff.ts';
import type { ChosenFiles } from './chosen-files.ts';
import type { PageEvent, PageEvents } from './page-events.ts';
import { createFileSeeker } from './seek-files.ts';
import type { SendAs } from './send-as.ts';
import { sendFile } from './send-file.ts';
import { partsTogether } from './send-parts.ts';
import { ended } from './sending.ts';
import { createSlots } from './slots.ts';
import { unexpected } from './sync-failures.ts';
import type { Timers } from './timers.ts';
import { createTurns } from './turns.ts';
import { inOrderOfNeed } from './upload-order.ts';

/** Sends the files that wait in the store. One runs at a time for each device's copy: in the tab that leads. */
export interface UploadQueue {
  start(): void;
  /** Tries everything now, what waits for a person too. */
  tryAll(): Promise<void>;
  /** Begins nothing more and ends what is on its way, which goes on from there the next time. Resolves when all that has ended. */
  stop(): Promise<void>;
}

interface Running {
  readonly wish: StoredUpload['wish'];
  readonly width: number;
  readonly abort: AbortController;
  readonly over: Promise<void>;
  /** `ready`: it is made ready, and waits for its turn. `ending`: S3 has it, and the device writes that down. */
  stage: 'ready' | 'sending' | 'ending';
}

/** A file that S3 has all of. */
interface Sent {
  readonly key: string;
  readonly signal: AbortSignal;
  readonly done: (result: Result<void, Failure<string>>) => void;
}

/** Requests with bytes of files at one time. A browser has six connections to S3, and others want some. */
const together = 4;
/** What is made ready meanwhile, in requests, so that the line does not wait for it. */
const ahead = 8;
/** An upload whose link has gone from its note without a word may be missed by a person who has not looked yet. */
const untilUnnamedGo = 24 * 60 * 60_000;

export function createUploadQueue(deps: {
  readonly store: Pick<NoteStore, 'files' | 'naming' | 'namedInHistory' | 'discard'>;
  readonly objects: ObjectStorage;
  readonly chosen: ChosenFiles;
  readonly sendAs: SendAs;
  readonly session: Pick<Session, 'user' | 'subscribe'>;
  readonly user: SignedInUser;
  readonly page: PageEvents;
  readonly timers: Timers;
  readonly random: () => number;
  /** Takes kept files away where there are too many, but for the one that has just been sent. */
  readonly makeRoom: (sparing: string) => Promise<void>;
  /** Whether the note is on screen, whose files are wanted first. */
  readonly isOpen: (note: NoteId) => boolean;
  /** Told which files are being sent, and how many bytes of each have gone. */
  readonly onProgress: (sending: ReadonlyMap<string, number>) => void;
}): UploadQueue {
  const { store, objects, chosen, sendAs, session, user, page, timers, random } = deps;
  const running = new Map<string, Running>();
  const slots = createSlots(together);
  const sending = new Map<string, number>();
  /** What this tab knows of each file beyond its row. */
  const failures = new Map<string, number>();
  const setOut = new Map<string, Set<number>>();
  let stopping: AbortController | null = null;
  let inARow = 0;
  /** Nothing begins by itself before `until`; where AWS `asked` for that, a hopeful event does not end it either. */
  let pause = { until: 0, asked: false };
  let signedOut = false;

  const ask = createTurns<null>(look, () => null);
  /** Those that S3 has while others are being written down are written down together. */
  const finish = createTurns<readonly Sent[]>(writeDown, (one, other) => [...one, ...other]);
  const seek = createFileSeeker({
    chosen,
    onMissing: async (key, why) => park(await store.files(), key, why),
  });
  const alarm = createAlarm(timers, () => void ask(null));

  async function look(): Promise<void> {
    try {
      await begin();
    } catch (error) {
      // The device's copy is closed or broken, of which its list tells.
      rest(unexpected(error));
    }
  }

  async function begin(): Promise<void> {
    const signal = stopping?.signal;
    if (signal === undefined) return;
    const files = await store.files();
    const rows = await files.uploads();
    if (signal.aborted) return;
    for (const [key, one] of running) {
      if (rows.find((row) => row.key === key)?.wish !== one.wish) one.abort.abort();
    }
    const now = timers.now();
    const later = [pause.until, ...rows.map(({ notBefore = 0 }) => notBefore)].filter((at) => at > now);
    if (later.length > 0) alarm.set(Math.min(...later));
    const due = rows.filter((row) => !running.has(row.key) && isDue(row, now));
    const isHere = (row: StoredUpload) => row.source.kind === 'kept' || chosen.of(row) !== undefined;
    const isSendable = (row: StoredUpload) => row.wish === 'cancel' || isHere(row);
    const sendable = due.filter(isSendable);
    for (const row of due.filter((one) => !isSendable(one)))
      void seek(row, signal).catch((error: unknown) => rest(unexpected(error)));
    for (const row of rows) {
      // A tab that was asked has answered late, or this one has been given the file.
      if (row.problem?.failure.kind === 'no file' && isHere(row)) await files.changeUpload(row.key, triedAgain);
    }
    if (!page.online() || signedOut || now < pause.until) return;
    for (const row of inOrderOfNeed(sendable, (key) => failures.get(key) ?? 0, deps.isOpen)) {
      if (isRoomFor(row.wish)) run(files, row);
    }
  }

  /** What is taken back does not wait for what is sent. */
  function isRoomFor(wish: StoredUpload['wish']): boolean {
    const alike = [...running.values()].filter((one) => (one.wish === 'cancel') === (wish === 'cancel'));
    const most = wish === 'cancel' ? together : together + ahead;
    const widths = alike.filter(({ stage }) => stage !== 'ending').map(({ width }) => width);
    return widths.reduce((sum, width) => sum + width, 0) < most;
  }

  function run(files: FileStore, row: StoredUpload): void {
    const { key, wish } = row;
    const abort = new AbortController();
    const { signal } = abort;
    const work = wish === 'cancel' ? takeBack(files, row) : send(files, row, signal);
    const over = work
      .catch((error: unknown) => failed(unexpected(error)))
      .then((result) => settle(files, row, signal.aborted, result));
    running.set(key, { wish, width: widthOf(row), abort, over, stage: 'ready' });
  }

  /** Of one that goes whole, the answer and what is written down of it take long beside its bytes: so more of these are on their way. */
  const widthOf = ({ size, multipart }: StoredUpload): number =>
    multipart === null && objects.partSize(size) === null ? 1 : partsTogether;

  async function send(
    files: FileStore,
    row: StoredUpload,
    signal: AbortSignal,
  ): Promise<Result<void, Failure<string>>> {
    const { key } = row;
    const known = setOut.get(key) ?? new Set();
    setOut.set(key, known);
    const turn = async () => {
      const mayBegin = await slots.enter(widthOf(row), signal);
      if (mayBegin) {
        enter(key, 'sending');
        tell(key, sentOf(row));
      }
      return mayBegin;
    };
    const onProgress = (sentBytes: number) => {
      if (!signal.aborted) tell(key, sentBytes);
    };
    const sent = await sendFile(row, { files, objects, chosen, sendAs, signal, turn, onProgress, setOut: known });
    if (!sent.ok) return sent;
    enter(key, 'ending');
    if (signal.aborted) return failed(ended);
    return new Promise((resolve) => void finish([{ key, signal, done: resolve }]));
  }

  async function writeDown(sent: readonly Sent[]): Promise<void> {
    const still = sent.filter(({ signal }) => !signal.aborted);
    const result = await finished(still.map(({ key }) => key)).catch((error: unknown) => failed(unexpected(error)));
    for (const one of sent) one.done(still.includes(one) ? result : failed(ended));
  }

  async function finished(keys: readonly string[]): Promise<Result<void, Failure<string>>> {
    const naming = await Promise.all(keys.map((key) => store.naming(key)));
    const unnamed = keys.filter((_, index) => naming[index]?.length === 0);
    const inHistory = unnamed.length === 0 ? unnamed : [...(await store.namedInHistory(unnamed))];
    const lost = unnamed.filter((key) => !inHistory.includes(key));
    const promised = lost.length === 0 || (await store.discard(lost, timers.now() + untilUnnamedGo, 'lost'));
    if (promised !== true && !promised.ok) return promised;
    const done = await (await store.files()).uploadsDone(keys, timers.now());
    const last = keys.at(-1);
    if (done.ok && last !== undefined) await deps.makeRoom(last);
    return done;
  }

  /** Whoever has been sent, or is over, leaves the line to the next. */
  function enter(key: string, stage: Running['stage']): void {
    const one = running.get(key);
    if (one === undefined) return;
    if (one.stage === 'sending') slots.leave(one.width);
    one.stage = stage;
    if (stage === 'ending') void ask(null);
  }

  /** Leaves nothing of it, neither in S3 nor here. */
  async function takeBack(files: FileStore, { key, multipart }: StoredUpload): Promise<Result<void, Failure<string>>> {
    if (multipart !== null) {
      const { uploadId } = multipart;
      const aborted = await sendAs(() => objects.abort({ key, uploadId }));
      if (!aborted.ok) return aborted;
    }
    const removed = await sendAs(() => objects.remove(key));
    if (!removed.ok && removed.failure.kind !== 'denied') return removed;
    const gone = await files.changeUpload(key, (row) => (row?.wish === 'cancel' ? undefined : row));
    return gone.ok ? succeeded(undefined) : gone;
  }

  async function settle(
    files: FileStore,
    row: StoredUpload,
    wasEnded: boolean,
    result: Result<void, Failure<string>>,
  ): Promise<void> {
    const { key } = row;
    tell(key, null);
    const gotFurther = !result.ok && (await hasMoreOf(files, row));
    if (result.ok) {
      inARow = 0;
      failures.delete(key);
      setOut.delete(key);
    } else if (!wasEnded && stopping !== null) {
      const { failure } = result;
      if (failure.kind !== 'cancelled') failures.set(key, (failures.get(key) ?? 0) + 1);
      // What gets anywhere between two troubles does not wait longer each time.
      if (gotFurther) inARow = 0;
      if (failure.kind === 'no file') chosen.changed(key);
      if (failure.kind === 'signed-out') signedOut = true;
      else if (passing.has(failure.kind)) rest(failure);
      else if (failure.kind !== 'cancelled') await park(files, key, failure);
    }
    enter(key, 'ending');
    running.delete(key);
    void ask(null);
  }

  /** The row says why, and that it waits for the person. */
  async function park(files: FileStore, key: string, failure: Failure<string>): Promise<void> {
    const parked = await files.changeUpload(
      key,
      (row) => row && { ...row, problem: { failure, attempts: (row.problem?.attempts ?? 0) + 1, nextTryAt: null } },
    );
    if (!parked.ok) rest(parked.failure);
  }

  function rest(failure: Failure<string> & { readonly retryAfter?: number }): void {
    slots.turnAway();
    // What fails beside another is no trouble of its own.
    if (timers.now() >= pause.until) inARow += 1;
    const asked = failure.retryAfter;
    pause = { until: timers.now() + backoff(inARow, random(), asked), asked: asked !== undefined };
    if (stopping !== null) alarm.set(pause.until);
  }

  function tell(key: string, sentBytes: number | null): void {
    if (sentBytes === null) sending.delete(key);
    else sending.set(key, sentBytes);
    deps.onProgress(sending);
  }

  function onPageEvent(event: PageEvent): void {
    if (event !== 'online' && event !== 'focus') return;
    if (!pause.asked) pause = { until: 0, asked: false };
    void ask(null);
  }

  function onSession(): void {
    const current = session.user();
    signedOut = current?.sub !== user.sub || current.identityId !== user.identityId;
    if (!signedOut) void ask(null);
  }

  async function follow(signal: AbortSignal): Promise<void> {
    const files = await store.files();
    if (!signal.aborted)
      signal.addEventListener(
        'abort',
        files.subscribe(() => void ask(null)),
      );
  }

  return {
    start() {
      if (stopping !== null) return;
      stopping = new AbortController();
      const { signal } = stopping;
      const listening = [
        page.subscribe(onPageEvent),
        session.subscribe(onSession),
        chosen.subscribe(() => void ask(null)),
      ];
      for (const stop of [...listening, alarm.callOff]) signal.addEventListener('abort', stop);
      deps.onProgress(sending);
      follow(signal).catch((error: unknown) => rest(unexpected(error)));
      void ask(null);
    },
    async tryAll() {
      const files = await store.files();
      for (const { key, problem } of await files.uploads()) {
        if (problem !== null) await files.changeUpload(key, triedAgain);
      }
      pause = { until: 0, asked: false };
      await ask(null);
    },
    async stop() {
      stopping?.abort();
      stopping = null;
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ over }) => over));
    },
  };
}

/** Whether S3 has confirmed parts since the row was read; false as well where the device's copy is closed. */
async function hasMoreOf(files: FileStore, { key, multipart }: StoredUpload): Promise<boolean> {
  const rows = await files.uploads().catch(() => []);
  const now = rows.find((row) => row.key === key)?.multipart;
  return (now?.parts.length ?? 0) > (multipart?.parts.length ?? 0);
}

/** What may be otherwise in a while; everything else waits for the person. */
const passing: ReadonlySet<string> = new Set([
  ...['offline', 'throttled', 'unavailable', 'expired', 'interrupted'],
  // Of the device's own.
  ...['full', 'gone'],
]);

const isDue = ({ wish, problem, notBefore = 0 }: StoredUpload, now: number): boolean =>
  wish === 'cancel' ? notBefore <= now : wish === 'send' && problem === null;

/** A person wants it tried again. */
const triedAgain = (row: StoredUpload | undefined): StoredUpload | undefined => row && { ...row, problem: null };

/** How many bytes S3 has confirmed. */
export const sentOf = ({ size, multipart }: Pick<StoredUpload, 'size' | 'multipart'>): number =>
  multipart === null ? 0 : Math.min(size, multipart.parts.length * multipart.partSize);
