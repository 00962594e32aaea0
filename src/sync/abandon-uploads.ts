import type { FileStore } from '#src/store/file-store.ts';
import { cancelRow } from './cancel-row.ts';
import type { Timers } from './timers.ts';

/** A person waits for that to sign out; ms. */
const mostWaited = 5_000;

/**
 * Gives up the files that are on their way in parts, so that S3 keeps none of the parts once this device knows nothing of them any more: the
 * leading tab takes them away. Resolves when it has, or after 5 s. What is left then, the bucket's rule for unfinished uploads takes.
 */
export async function abandonUploads(files: FileStore, timers: Timers): Promise<void> {
  const begun = (await files.uploads()).filter(({ multipart }) => multipart !== null).map(({ key }) => key);
  await Promise.all(begun.map((key) => cancelRow(files, key)));
  await new Promise<void>((resolve) => {
    const end = () => {
      callOff();
      unsubscribe();
      resolve();
    };
    const look = async () => {
      const left = await files.uploads();
      if (!left.some(({ key }) => begun.includes(key))) end();
    };
    const callOff = timers.after(mostWaited, end);
    // A copy that is closed meanwhile tells nothing any more.
    const unsubscribe = files.subscribe(() => void look().catch(end));
    void look().catch(end);
  });
}
