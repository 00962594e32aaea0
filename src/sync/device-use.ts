import type { FileStore } from '#src/store/file-store.ts';
import type { KeptLimit } from './kept-room.ts';
import type { PinnedFiles } from './pinned-files.ts';
import type { Amount, DeviceUse } from './storage-report.ts';

/** What a browser tells of its room, or as much of that as is needed. */
export type BrowserRoom = Pick<StorageManager, 'estimate' | 'persist' | 'persisted'>;

/** See `StorageReport.device`. */
export async function deviceUse(deps: {
  readonly files: Pick<FileStore, 'kept' | 'uploads'>;
  readonly pinned: Pick<PinnedFiles, 'files'>;
  readonly limit: Pick<KeptLimit, 'get'>;
  readonly browser: BrowserRoom;
}): Promise<DeviceUse> {
  const { files, pinned, limit, browser } = deps;
  const [kept, uploads, named, estimate, persisted] = await Promise.all([
    ...([files.kept(), files.uploads(), pinned.files()] as const),
    ...([told(() => browser.estimate()), told(() => browser.persisted())] as const),
  ]);
  const sizes = new Map(kept.map(({ key, size }) => [key, size]));
  const sending = new Set(uploads.map(({ key }) => key));
  const ofPinned = (named ?? []).map((keys) => ({
    here: keys.find((key) => sizes.has(key)),
    isSending: keys.some((key) => sending.has(key)),
  }));
  const here = new Set(ofPinned.flatMap((file) => file.here ?? []));
  const { usage, quota } = estimate ?? {};
  return {
    all: usage === undefined || quota === undefined ? null : { used: usage, quota },
    kept: amountOf(kept),
    limit: limit.get(),
    pinned: {
      ...amountOf([...here].map((key) => ({ size: sizes.get(key) ?? 0 }))),
      missing: ofPinned.filter((file) => file.here === undefined && !file.isSending).length,
    },
    sending: amountOf(uploads.filter(({ source }) => source.kind === 'kept')),
    persisted,
  };
}

export const amountOf = (files: readonly { readonly size: number }[]): Amount => ({
  files: files.length,
  bytes: files.reduce((sum, { size }) => sum + size, 0),
});

/** null: the browser does not say; some have none of this where the page is not from a safe origin. */
export async function told<T>(ask: () => Promise<T>): Promise<T | null> {
  try {
    return await ask();
  } catch {
    return null;
  }
}
