import type { MakeThumbnail } from '#src/sync/thumbnails.ts';
import type { Timers } from '#src/sync/timers.ts';
import { startWorker } from './start-worker.ts';
import workerAddress from './thumbnail-worker.ts?worker&url';

/** What makes thumbnails is loaded with the first. */
export function lazyThumbnails(timers: Timers): MakeThumbnail {
  let maker: Promise<MakeThumbnail> | null = null;
  const load = async () => {
    const { createThumbnailMaker } = await import('./make-thumbnails.ts');
    return createThumbnailMaker({ start: () => startWorker(workerAddress), timers });
  };
  return async (picture) => {
    try {
      maker ??= load();
      return await (await maker)(picture);
    } catch {
      // Its file may come another time.
      maker = null;
      return 'not now';
    }
  };
}
