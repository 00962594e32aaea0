import type { HashBytes } from '#src/aws/checksum.ts';
import type { Timers } from '#src/sync/timers.ts';

/** What hashes is loaded with the first bytes; where it cannot be, the page does it. */
export function lazyHasher(timers: Timers): HashBytes {
  let hasher: Promise<HashBytes> | null = null;
  const load = async () => {
    const [{ createHasher }, { startWorker }, { default: address }] = await Promise.all([
      import('./create-hasher.ts'),
      import('./start-worker.ts'),
      import('./hash-worker.ts?worker&url'),
    ]);
    return createHasher({ start: () => startWorker(address), timers });
  };
  return async (bytes) => {
    try {
      hasher ??= load();
      const hash = await hasher;
      return await hash(bytes);
    } catch {
      hasher = null;
      return (await import('#src/aws/checksum.ts')).sha256(bytes);
    }
  };
}
