import type { FileStore } from '#src/store/file-store.ts';
import { inParallel } from './in-parallel.ts';
import type { KeptLimit } from './kept-room.ts';
import type { NotebookFiles } from './notebook-files.ts';
import type { Observable } from './observable-value.ts';
import type { PageEvents } from './page-events.ts';
import type { PinnedFiles, Places } from './pinned-files.ts';
import type { SyncStatus } from './sync-status.ts';
import { createTurns } from './turns.ts';

/** Requests at once: whatever a person asks for comes first. */
const together = 2;
/** What is not there may be on its way from another device, and what did not fit or come may do so later; ms until it is tried again. */
const absent = 60 * 60_000;
const later = 10 * 60_000;

/**
 * Fetches the files of pinned notes that this device does not have, in the tab that leads, once the notes are in step and no file waits to
 * be sent: as many as the limit allows. Not where the browser is to save data.
 */
export function createKeepPinned(deps: {
  readonly pinned: Pick<PinnedFiles, 'files'>;
  readonly store: () => Promise<Pick<FileStore, 'kept' | 'uploads' | 'subscribe'>>;
  readonly find: NotebookFiles['find'];
  /** Keeps what it reads. */
  readonly read: NotebookFiles['read'];
  readonly limit: Pick<KeptLimit, 'get'>;
  readonly uploads: NotebookFiles['uploads'];
  readonly status: Observable<SyncStatus>;
  readonly page: Pick<PageEvents, 'online'>;
  readonly savesData: () => boolean;
  readonly now: () => number;
}): { start(): void; stop(): void } {
  const { pinned, find, read, limit, uploads, status, page, savesData, now } = deps;
  /** Here already, or read as well as can be. */
  const done = new Set<string>();
  /** Tried in vain, under the limit of then; ms, when again. */
  const notBefore = new Map<string, number>();
  let tried = limit.get();
  let stopping: AbortController | null = null;

  const isTime = (): boolean =>
    stopping !== null &&
    page.online() &&
    !savesData() &&
    limit.get() > 0 &&
    status.get().phase === 'idle' &&
    status.get().syncedAt !== null &&
    uploads.get().every(({ state }) => state.kind !== 'waiting' && state.kind !== 'sending');

  const isWanted = (keys: Places): boolean =>
    !keys.some((key) => done.has(key)) && (notBefore.get(keys[0]) ?? 0) <= now();

  async function look(): Promise<void> {
    if (!isTime()) return;
    if (tried !== limit.get()) notBefore.clear();
    tried = limit.get();
    const all = (await pinned.files()) ?? [];
    if (!all.some(isWanted)) return;
    const files = await deps.store();
    const [kept, rows] = await Promise.all([files.kept(), files.uploads()]);
    const sizes = new Map(kept.map(({ key, size }) => [key, size]));
    for (const { key } of [...kept, ...rows]) done.add(key);
    let used = all.flat().reduce((sum, key) => sum + (sizes.get(key) ?? 0), 0);
    await inParallel(together, all.filter(isWanted), async (keys) => {
      if (!isTime()) return 'ended';
      const tryAgain = (ms: number) => void notBefore.set(keys[0], now() + ms);
      const found = await find(keys);
      if (!found.ok) {
        const isMissing = found.failure.kind === 'denied';
        tryAgain(isMissing ? absent : later);
        return isMissing ? null : 'ended';
      }
      const { key, size } = found.value;
      if (used + size > limit.get()) {
        tryAgain(later);
        return null;
      }
      used += size;
      const got = await read([key]);
      if (got.ok) done.add(key);
      else tryAgain(later);
      return got.ok ? null : 'ended';
    });
  }

  const ask = createTurns<null>(
    () => look().catch(closed),
    () => null,
  );

  async function follow(signal: AbortSignal): Promise<void> {
    const files = await deps.store();
    if (signal.aborted) return;
    const stop = files.subscribe((keys) => {
      for (const key of keys) done.delete(key);
    });
    signal.addEventListener('abort', stop);
  }

  return {
    start() {
      stopping = new AbortController();
      const { signal } = stopping;
      const look = () => void ask(null);
      for (const source of [status, uploads]) signal.addEventListener('abort', source.subscribe(look));
      follow(signal).catch(closed);
      look();
    },
    stop() {
      stopping?.abort();
      stopping = null;
    },
  };
}

/** The device's copy is closed or broken, of which the list tells. */
const closed = () => undefined;
