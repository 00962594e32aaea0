import type { FileStore, KeptFile } from '#src/store/file-store.ts';
import type { PinnedFiles } from './pinned-files.ts';

/** How much a person lets this browser keep of what is in S3; in bytes, 0: nothing. */
export interface KeptLimit {
  get(): number;
  set(bytes: number): void;
}

/** The room for kept files: what may come in, and what goes where there is too much. */
export interface KeptRoom {
  /** Whether a file of so many bytes is worth keeping: it must not drive out everything else, unless a pinned note names it. */
  takes(key: string, size: number): Promise<boolean>;
  /**
   * Takes away what is over the limit: first what no pinned note names, and of each what has not been used for longest. `sparing`: a
   * file that has just come, which stays if it fits at all.
   */
  make(sparing?: string): Promise<void>;
}

export function createKeptRoom(deps: {
  readonly store: () => Promise<Pick<FileStore, 'kept' | 'letGo'>>;
  readonly limit: Pick<KeptLimit, 'get'>;
  readonly pinned: Pick<PinnedFiles, 'keys'>;
}): KeptRoom {
  const { limit, pinned } = deps;
  return {
    async takes(key, size) {
      const most = limit.get();
      if (size <= most / 4) return most > 0;
      return size <= most && ((await pinned.keys())?.has(key) ?? false);
    },
    async make(sparing) {
      const store = await deps.store();
      const files = await store.kept();
      const most = limit.get();
      if (sumOf(files) <= most) return;
      const named = await pinned.keys();
      // What is pinned is not known yet: there is a next time.
      if (named === null && most > 0) return;
      const gone = toGo(files, { most, sparing, pinned: named ?? new Set() });
      if (gone.length > 0) await store.letGo(gone);
    },
  };
}

function toGo(
  files: readonly KeptFile[],
  { most, sparing, pinned }: { most: number; sparing: string | undefined; pinned: ReadonlySet<string> },
): readonly string[] {
  const isPinned = ({ key }: KeptFile) => pinned.has(key);
  let over = sumOf(files) - most;
  return [...files.filter((file) => !isPinned(file)), ...files.filter(isPinned)]
    .filter((file) => {
      const goes = most === 0 || (over > 0 && !(file.key === sparing && file.size <= most));
      if (goes) over -= file.size;
      return goes;
    })
    .map(({ key }) => key);
}

const sumOf = (files: readonly KeptFile[]): number => files.reduce((sum, { size }) => sum + size, 0);
