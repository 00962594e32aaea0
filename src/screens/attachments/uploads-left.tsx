import { useWords } from '#src/words/use-words.ts';
import type { Attaching } from './use-attaching.ts';

/** What the save status adds while files of the note are not in S3: how many, not how far they are, so that it changes seldom. */
export const UploadsLeft = ({ uploads, shrinking }: Pick<Attaching, 'uploads' | 'shrinking'>) => {
  const { counted } = useWords();
  const failed = uploads.filter(({ state }) => state.kind === 'failed').length;
  if (shrinking.all > 0)
    return `, ${counted(shrinking.all, 'making 1 photo smaller', 'making {count} photos smaller')}`;
  const told =
    failed > 0
      ? counted(failed, '1 file not sent', '{count} files not sent')
      : counted(uploads.length, '1 file on its way', '{count} files on their way');
  return `, ${told}`;
};
