import type { BucketReport, CleanedUp, DeviceUse, StorageReport } from '#src/services.ts';
import { type FakeValue, fakeValue } from './fake-value.ts';

/** A report that says what a test says. */
export interface FakeStorageReport {
  readonly report: StorageReport;
  readonly use: FakeValue<DeviceUse>;
  /** What is in the bucket, and what is known of it once S3 has been asked for each file. */
  readonly bucket: FakeValue<BucketReport>;
  readonly measured: FakeValue<BucketReport | null>;
  /** What is known of each key; the others are missing. */
  readonly states: Map<string, ReturnType<StorageReport['stateOf']>>;
  /** Keys that were to be deleted, and what that comes to; null: all of them are. */
  readonly cleaned: string[];
  readonly outcome: FakeValue<CleanedUp | null>;
  /** From now on questions to S3 wait until the result is called. */
  hold(): () => void;
}

const none = { files: 0, bytes: 0 };

const emptyBucketReport: BucketReport = {
  places: [{ prefix: 'us-east-1:ada/', listed: true }],
  named: none,
  notes: [],
  unknown: 0,
  parts: 0,
  removed: none,
  undeletable: [],
  remembered: none,
  young: none,
  orphans: [],
  refusal: null,
  failure: null,
};

export function createFakeStorageReport(): FakeStorageReport {
  const use = fakeValue<DeviceUse>({
    all: { used: 0, quota: 1_000_000_000 },
    kept: none,
    limit: 500 * 1024 * 1024,
    pinned: { ...none, missing: 0 },
    sending: none,
    persisted: true,
  });
  const bucket = fakeValue(emptyBucketReport);
  const measured = fakeValue<BucketReport | null>(null);
  const outcome = fakeValue<CleanedUp | null>(null);
  const states: FakeStorageReport['states'] = new Map();
  const cleaned: string[] = [];
  let gate: Promise<void> = Promise.resolve();
  const waited = (signal: AbortSignal) =>
    Promise.race([gate, new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))]);

  const report: StorageReport = {
    device: async () => use.get(),
    subscribe: (listener) => use.subscribe(listener),
    async limitTo(limit) {
      const { kept } = use.get();
      use.set({ ...use.get(), limit, kept: kept.bytes > limit ? none : kept });
    },
    async letGo() {
      use.set({ ...use.get(), kept: use.get().pinned });
      return { ok: true, value: undefined };
    },
    async persist() {
      use.set({ ...use.get(), persisted: true });
      return true;
    },
    async look({ signal, onProgress }) {
      onProgress?.(bucket.get().named.files, null);
      await waited(signal);
      return bucket.get();
    },
    async measure({ signal, onProgress }) {
      onProgress?.(1, bucket.get().unknown);
      await waited(signal);
      if (!signal.aborted) bucket.set(measured.get() ?? bucket.get());
      return bucket.get();
    },
    again: async () => bucket.get(),
    stateOf: ([key = '']) => states.get(key) ?? 'missing',
    async cleanUp(orphans, { signal, onProgress }) {
      cleaned.push(...orphans.map(({ key }) => key));
      onProgress?.(0, orphans.length);
      await waited(signal);
      const done = outcome.get() ?? { deleted: signal.aborted ? [] : orphans, spared: 0, failure: null };
      const gone = new Set(done.deleted.map(({ key }) => key));
      bucket.set({ ...bucket.get(), orphans: bucket.get().orphans.filter(({ key }) => !gone.has(key)) });
      return done;
    },
  };
  return {
    ...{ report, use, bucket, measured, states, cleaned, outcome },
    hold() {
      let open = () => {};
      gate = new Promise((resolve) => {
        open = resolve;
      });
      return () => open();
    },
  };
}
