import type { KeptLimit } from '#src/sync/kept-room.ts';

const key = 'satchel.most-kept';
const megabyte = 1024 * 1024;
const usual = 500 * megabyte;

/** How much of what is in S3 a person lets this browser keep. All tabs read it anew each time. */
export function createKeptLimit(memory: Pick<Storage, 'getItem' | 'setItem'>): KeptLimit {
  /** Where the browser does not let it be kept, it holds until the page is closed. */
  let chosen: number | null = null;
  return {
    get() {
      if (chosen !== null) return chosen;
      const kept = memory.getItem(key);
      return kept !== null && /^\d{1,15}$/.test(kept) ? Number(kept) : usual;
    },
    set(bytes) {
      try {
        memory.setItem(key, String(bytes));
        chosen = null;
      } catch {
        chosen = bytes;
      }
    },
  };
}
