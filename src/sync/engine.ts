import type { NotesApi } from '#src/aws/notes-api.ts';
import type { ObjectStorage } from '#src/aws/object-storage.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { type Failure, failed } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore, PullMark, StoreChange } from '#src/store/note-store.ts';
import { createAlarm } from './alarm.ts';
import { backoff } from './backoff.ts';
import { nextDueAt } from './due.ts';
import type { Observable } from './observable-value.ts';
import type { PageEvent, PageEvents } from './page-events.ts';
import { both, createRound, type RoundEnd, type Wish } from './round.ts';
import { createSendAs, type SendAs } from './send-as.ts';
import { noNetwork, sessionOver, stopped, unexpected } from './sync-failures.ts';
import { createSyncStatus, type SyncStatus } from './sync-status.ts';
import type { Timers } from './timers.ts';
import { createTurns } from './turns.ts';

/** Carries changes between this device's copy and AWS, in rounds. One runs at a time for each device's copy (tab-sync.ts). */
export interface SyncEngine {
  readonly status: Observable<SyncStatus>;
  start(): void;
  /** Begins nothing more; resolves when what was under way has ended. */
  stop(): Promise<void>;
  /** A whole round that tries everything, parked changes too; resolves when it has ended. */
  syncNow(): Promise<void>;
}

// The phases, and what leads from one to another. syncNow leads to syncing from everywhere.
//
//             start · change here · focus · network back · every minute while visible · a note's time has come
//   idle ──────────────────────────────────────────────────────────────────────────────────▶ syncing
//     ▲                                                                                         │
//     ├─────────── ended well ──────────────────────────────────────────────────────────────────┤
//   offline ◀───── no answer, or the browser says so ───────────────────────────────────────────┤
//     │  network back · focus · the pause is over ──▶ syncing                                    │
//   trouble ◀───── another failure, or a note that is not through ──────────────────────────────┤
//     │  network back · focus · the pause is over ──▶ syncing                                    │
//   signed out ◀── the session is over, or another person's ────────────────────────────────────┘
//        the session is ours again ──▶ syncing

const afterLastChange = 500;
const afterFirstChange = 3_000;
const whileVisible = 60_000;

export function createSyncEngine(deps: {
  readonly store: NoteStore;
  readonly api: NotesApi;
  readonly objects: Pick<ObjectStorage, 'remove' | 'facts'>;
  readonly session: Pick<Session, 'user' | 'subscribe' | 'check' | 'during'>;
  readonly user: SignedInUser;
  readonly home: AttachmentHome;
  readonly page: PageEvents;
  readonly timers: Timers;
  readonly random: () => number;
}): SyncEngine {
  const { store, session, user, page, timers, random } = deps;
  const { now } = timers;
  const sendAsUser = createSendAs({ session, user, online: page.online });
  const sendAs: SendAs = async (request) => (stopping === null ? failed(stopped) : sendAsUser(request));
  const round = createRound({ ...deps, sendAs, now });
  const { status, show } = createSyncStatus();

  let stopping: AbortController | null = null;
  let running = false;
  let failures = 0;
  /** Nothing begins by itself before `until`; where AWS `asked` for that, a hopeful event does not end it either. */
  let pause = { until: 0, asked: false };
  let firstChangeAt: number | null = null;
  const unsent = new Set<NoteId>();

  const ask = createTurns(grant, both);
  const changeAlarm = createAlarm(timers, () => ask({ kind: 'send', reach: 'due' }));
  const dueAlarm = createAlarm(timers, () => ask({ kind: failures > 0 ? 'whole' : 'send', reach: 'due' }));
  const minuteAlarm = createAlarm(timers, () => {
    minuteAlarm.set(now() + whileVisible);
    if (page.visible() && !running && now() >= pause.until) ask({ kind: 'whole', reach: 'due' });
  });

  async function grant(wish: Wish): Promise<void> {
    if (stopping === null) return;
    const { signal } = stopping;
    changeAlarm.callOff();
    dueAlarm.callOff();
    firstChangeAt = null;
    if (!page.online()) {
      showOffline(noNetwork);
      return;
    }
    running = true;
    show({ phase: 'syncing' });
    const ended = await round(wish).catch((error: unknown): RoundEnd => failed(unexpected(error)));
    running = false;
    if (!signal.aborted) settle(ended);
  }

  /** Shows how the round ended, and plans the next. */
  function settle(ended: RoundEnd): void {
    if (!ended.ok) {
      failures += 1;
      const { failure } = ended;
      const asked = 'retryAfter' in failure ? failure.retryAfter : undefined;
      pause = { until: now() + backoff(failures, random(), asked), asked: asked !== undefined };
      if (failure.kind === 'signed-out') {
        signedOut(failure);
        return;
      }
      if (failure.kind === 'offline') showOffline(failure);
      else show({ phase: 'trouble', failure, offlineSince: null });
      dueAlarm.set(pause.until);
      return;
    }
    failures = 0;
    pause = { until: 0, asked: false };
    const { whole, outbox, mark, discardAt } = ended.value;
    const failure = outbox.find(({ problem }) => problem !== null)?.problem?.failure ?? null;
    show({
      phase: failure === null ? 'idle' : 'trouble',
      failure,
      offlineSince: null,
      longList: isLong(mark),
      ...(whole ? { syncedAt: now() } : {}),
    });
    countIn(outbox);
    const next = Math.min(nextDueAt(outbox), discardAt);
    if (next < Number.POSITIVE_INFINITY) dueAlarm.set(Math.max(next, now() + afterLastChange));
  }

  function showOffline(failure: Failure<string>): void {
    show({ phase: 'offline', failure, offlineSince: status.get().offlineSince ?? now() });
  }

  function countIn(outbox: readonly NoteRecord[]): void {
    for (const { id } of outbox) unsent.add(id);
    show({ waiting: unsent.size });
  }

  function onStoreChange({ changed }: StoreChange): void {
    for (const { id, summary } of changed) {
      if (summary === null || summary.state === 'saved') unsent.delete(id);
      else unsent.add(id);
    }
    show({ waiting: unsent.size });
    const toSend = changed.some(({ summary }) => summary === null || summary.state === 'waiting');
    if (!toSend || pause.until === Number.POSITIVE_INFINITY) return;
    firstChangeAt ??= now();
    const soon = Math.min(now() + afterLastChange, firstChangeAt + afterFirstChange);
    changeAlarm.set(Math.max(soon, pause.until));
  }

  function onPageEvent(event: PageEvent): void {
    if (event === 'hidden') return;
    if (event === 'offline') showOffline(noNetwork);
    else if (pause.asked && now() < pause.until) return;
    else if (event === 'online') ask({ kind: 'whole', reach: 'not parked' });
    else if (!running) ask({ kind: 'whole', reach: 'due' });
  }

  function onSession(): void {
    const current = session.user();
    if (current?.sub !== user.sub || current.identityId !== user.identityId) signedOut(sessionOver);
    else if (status.get().phase === 'signed out') {
      pause = { until: 0, asked: false };
      ask({ kind: 'whole', reach: 'not parked' });
    }
  }

  function signedOut(failure: Failure<string>): void {
    pause = { until: Number.POSITIVE_INFINITY, asked: true };
    changeAlarm.callOff();
    dueAlarm.callOff();
    show({ phase: 'signed out', failure, offlineSince: null });
  }

  async function begin(signal: AbortSignal): Promise<void> {
    const [mark, outbox] = await Promise.all([store.readPullMark(), store.outbox()]);
    if (signal.aborted) return;
    show({ syncedAt: mark?.at ?? null, longList: isLong(mark) });
    countIn(outbox);
    minuteAlarm.set(now() + whileVisible);
    await ask({ kind: 'whole', reach: 'not parked' });
  }

  return {
    status,
    start() {
      if (stopping !== null) return;
      const controller = new AbortController();
      stopping = controller;
      const unsubscribe = [store.subscribe(onStoreChange), page.subscribe(onPageEvent), session.subscribe(onSession)];
      controller.signal.addEventListener('abort', () => {
        for (const stop of unsubscribe) stop();
        for (const alarm of [changeAlarm, dueAlarm, minuteAlarm]) alarm.callOff();
      });
      begin(controller.signal).catch((error: unknown) => show({ phase: 'trouble', failure: unexpected(error) }));
    },
    stop() {
      stopping?.abort();
      stopping = null;
      return ask({ kind: 'send', reach: 'due' });
    },
    syncNow: () => ask({ kind: 'whole', reach: 'all' }),
  };
}

const isLong = (mark: PullMark | undefined): boolean => mark?.profile === 'tutorial' && mark.longList === true;
