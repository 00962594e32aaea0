import { useEffect, useState } from 'react';
import type { Notebook } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import styles from './thumbnail.module.css';

interface ThumbnailProps {
  readonly files: Pick<Notebook['files'], 'thumbnail'>;
  readonly keys: readonly [string, ...string[]];
}

/** When it is asked for; a list that is scrolled past asks for nothing. What is none at first may only have been late. ms */
const tries = [150, 3_000, 10_000];

/** The small picture of an object, which fills the box around it; a sign where there is none. It says nothing that its note does not. */
export const Thumbnail = ({ files, keys }: ThumbnailProps) => {
  /** null: there is none. */
  const [address, setAddress] = useState<string | null>();
  const wanted = keys.join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: `wanted` stands for the keys, which are others with each letter that is written
  useEffect(() => {
    const gone = new AbortController();
    let lent: string | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = async (later: readonly number[]) => {
      const blob = await files.thumbnail(keys, gone.signal);
      if (gone.signal.aborted) return;
      lent = blob && URL.createObjectURL(blob);
      setAddress(lent);
      if (lent === null) wait(later);
    };
    const wait = ([ms, ...later]: readonly number[]) => {
      if (ms !== undefined) timer = setTimeout(() => void show(later), ms);
    };
    wait(tries);
    return () => {
      clearTimeout(timer);
      gone.abort();
      if (lent !== null) URL.revokeObjectURL(lent);
    };
  }, [files, wanted]);
  if (address === undefined) return null;
  if (address === null) return <FileIcon />;
  return <img className={styles.picture} src={address} alt="" decoding="async" />;
};
