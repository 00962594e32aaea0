import type { ObjectStorage } from '#src/aws/object-storage.ts';
import { succeeded } from '#src/notes/result.ts';
import type { FileStore } from '#src/store/file-store.ts';
import { createFewAtOnce } from './few-at-once.ts';
import { firstThere } from './first-there.ts';
import type { NotebookFiles } from './notebook-files.ts';
import { ownBytes } from './readable.ts';
import type { SendAs } from './send-as.ts';

/** What is asked of the bucket without sending anything there. */
type ReadableObjects = Pick<ObjectStorage, 'facts' | 'read' | 'address'>;

/** Bytes; audio and video up to it is read whole, so that it stays on the device and plays without a network. */
const mostReadWhole = 20 * 1024 * 1024;
/** Requests at once: a note may have very many files. */
const together = 4;

/** Looking at objects without reading them whole. An object never changes under its key, so that its size is asked for once. */
export function createFoundFiles(deps: {
  readonly store: () => Promise<Pick<FileStore, 'bytes'>>;
  readonly objects: ReadableObjects;
  readonly read: NotebookFiles['read'];
  readonly sendAs: SendAs;
}): Pick<NotebookFiles, 'find' | 'part' | 'media'> {
  const { objects, sendAs } = deps;
  const inTurn = createFewAtOnce(together);
  const sizes = new Map<string, number>();

  const here = (key: string) => ownBytes(deps.store, key);

  async function findOne(key: string): ReturnType<NotebookFiles['find']> {
    const size = sizes.get(key) ?? (await here(key))?.size;
    if (size !== undefined) return succeeded({ key, size });
    const facts = await inTurn(() => sendAs(() => objects.facts(key)));
    if (!facts.ok) return facts;
    sizes.set(key, facts.value.size);
    return succeeded({ key, size: facts.value.size });
  }

  return {
    find: (keys) => firstThere(keys, findOne),
    async part(key, { from, to, ...ending }) {
      const own = await here(key);
      if (own !== undefined) return succeeded(own.slice(from, to));
      return inTurn(() => sendAs(() => objects.read(key, { from, to, ...ending })));
    },
    async media({ key, size }, type) {
      const own = await here(key);
      if (own !== undefined) return succeeded(own);
      return size > mostReadWhole ? sendAs(() => objects.address(key, { kind: 'media', type })) : deps.read([key]);
    },
  };
}
