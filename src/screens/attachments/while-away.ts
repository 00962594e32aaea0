import { likelyOnItsWay } from '#src/notes/object-key.ts';
import type { AwsFailure, NotebookFiles } from '#src/services.ts';
import type { PlainMessage, Words } from '#src/words/words.ts';

/** A file that cannot be had now. */
export interface AwayFile {
  readonly files: Pick<NotebookFiles, 'find' | 'arrival'>;
  readonly keys: readonly [string, ...string[]];
  readonly failure: AwsFailure;
}

/** Why it is not shown, in a word; null: that takes more. `now`: ms. */
export const awayWords = ({ keys: [key], failure }: Omit<AwayFile, 'files'>, now: number): PlainMessage | null => {
  if (failure.kind === 'offline') return 'Not on this device yet; it is shown when you are online.';
  return failure.kind === 'denied' && likelyOnItsWay(key, now) ? 'On its way from another device, or gone.' : null;
};

/** The same for a place that has no room for more. */
export const awaySentence = (file: Omit<AwayFile, 'files'>, now: number, { t, told }: Words): string => {
  const words = awayWords(file, now);
  if (words !== null) return t(words);
  return file.failure.kind === 'denied'
    ? t('Missing: it is deleted, or AWS does not let you reach it.')
    : told(file.failure);
};

/** Waits for the file as long as the place is in sight. Returns the way to end that. */
export const whileAway = (
  place: Element,
  { files, keys }: Pick<AwayFile, 'files' | 'keys'>,
  onThere: () => void,
): (() => void) => {
  let inSight: AbortController | null = null;
  const leave = () => {
    inSight?.abort();
    inSight = null;
  };
  const observer = new IntersectionObserver((entries) => {
    const isInSight = entries.at(-1)?.isIntersecting === true;
    if (!isInSight) return leave();
    if (inSight !== null) return;
    inSight = new AbortController();
    void files.arrival(keys, inSight.signal).then((isThere) => {
      if (isThere) onThere();
    });
  });
  observer.observe(place);
  return () => {
    observer.unobserve(place);
    leave();
  };
};
