import type { Upload } from '#src/services.ts';
import { useWords } from '#src/words/use-words.ts';

/** What the save status adds while files of the note are not in S3: how many, not how far they are, so that it changes seldom. */
export const UploadsLeft = ({ uploads }: { readonly uploads: readonly Upload[] }) => {
  const { counted } = useWords();
  const failed = uploads.filter(({ state }) => state.kind === 'failed').length;
  const told =
    failed > 0
      ? counted(failed, '1 file not sent', '{count} files not sent')
      : counted(uploads.length, '1 file on its way', '{count} files on their way');
  return `, ${told}`;
};
