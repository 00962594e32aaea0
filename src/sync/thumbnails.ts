import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Result } from '#src/notes/result.ts';
import type { FileStore, Thumb } from '#src/store/file-store.ts';
import type { PictureFile } from './notebook-files.ts';

type Keys = readonly [string, ...string[]];

/** Makes a small picture. null: it is no picture that can be shown; `not now`: nothing is known of it, since it took too long. */
export type MakeThumbnail = (picture: Blob) => Promise<Omit<Thumb, 'key'> | null | 'not now'>;

/** Pictures read at once; a list that is scrolled asks for many. */
const together = 2;
/** Thumbnails kept in memory for rows that come back into sight. */
const mostHeld = 200;
/** What is not there may be on its way from another device; ms until it is asked for again. */
const absent = 5 * 60_000;

/** A thumbnail that somebody waits for. */
interface Job {
  readonly key: string;
  /** How many wait. */
  wanted: number;
  readonly made: Promise<Blob | null>;
  readonly settle: (thumbnail: Blob | null) => void;
}

/**
 * Small pictures of the first of some objects that can be shown: this device's own, or else made of the original, which the device then has.
 * null: there is none, or not now. What nobody waits for any more is not begun.
 */
export function createThumbnails(deps: {
  readonly store: () => Promise<Pick<FileStore, 'thumb' | 'keepThumb'>>;
  readonly picture: (keys: readonly [string]) => Promise<Result<PictureFile, AwsFailure>>;
  readonly make: MakeThumbnail;
  readonly now: () => number;
}): (keys: Keys, signal: AbortSignal) => Promise<Blob | null> {
  /** With when it is looked for anew; null: there is none. */
  const held = new Map<string, { readonly thumbnail: Blob | null; readonly until: number }>();
  const jobs = new Map<string, Job>();
  let waiting: readonly Job[] = [];
  let running = 0;

  function hold(key: string, thumbnail: Blob | null, until = Number.POSITIVE_INFINITY): void {
    held.delete(key);
    held.set(key, { thumbnail, until });
    const [oldest] = held.keys();
    if (held.size > mostHeld && oldest !== undefined) held.delete(oldest);
  }

  async function find(key: string): Promise<Blob | null> {
    const store = await deps.store();
    const kept = await store.thumb(key);
    if (kept !== undefined) {
      hold(key, kept.blob);
      return kept.blob;
    }
    const file = await deps.picture([key]);
    if (!file.ok) {
      // Without a network, or signed out, it may be there the next time.
      if (file.failure.kind === 'denied') hold(key, null, deps.now() + absent);
      return null;
    }
    const made = file.value.kind === 'picture' ? await deps.make(file.value.picture) : null;
    if (made === 'not now') return null;
    hold(key, made === null ? null : made.blob);
    if (made === null) return null;
    // Where the device has no room, it is made anew another time.
    await store.keepThumb({ key, ...made });
    return made.blob;
  }

  async function next(): Promise<void> {
    const job = waiting.at(-1);
    if (job === undefined || running >= together) return;
    waiting = waiting.slice(0, -1);
    running += 1;
    try {
      job.settle(job.wanted > 0 ? await find(job.key) : null);
    } catch {
      // The device's copy is closed or broken, of which the list tells.
      job.settle(null);
    } finally {
      running -= 1;
      jobs.delete(job.key);
      void next();
    }
  }

  function jobFor(key: string): Job {
    const before = jobs.get(key);
    if (before !== undefined) {
      // It comes into sight anew.
      if (before.wanted === 0 && waiting.includes(before))
        waiting = [...waiting.filter((job) => job !== before), before];
      return before;
    }
    let settle: Job['settle'] = () => {};
    const made = new Promise<Blob | null>((resolve) => {
      settle = resolve;
    });
    const job: Job = { key, wanted: 0, made, settle };
    jobs.set(key, job);
    // What came into sight last is first.
    waiting = [...waiting, job];
    return job;
  }

  function one(key: string, signal: AbortSignal): Promise<Blob | null> {
    const known = held.get(key);
    if (known !== undefined && known.until > deps.now()) return Promise.resolve(known.thumbnail);
    const job = jobFor(key);
    job.wanted += 1;
    signal.addEventListener('abort', () => {
      job.wanted -= 1;
    });
    void next();
    return job.made;
  }

  return async (keys, signal) => {
    for (const key of keys) {
      const thumbnail = signal.aborted ? null : await one(key, signal);
      if (thumbnail !== null) return thumbnail;
    }
    return null;
  };
}
