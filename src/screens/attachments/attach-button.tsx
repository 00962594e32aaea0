import { type Ref, useRef } from 'react';
import type { PickedFile } from '#src/services.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { PaperclipIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import { FileInput } from './file-input.tsx';

/** The button "Attach files", and the file input that it opens. */
export const AttachButton = ({
  ref,
  onFiles,
}: {
  readonly ref: Ref<HTMLButtonElement>;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}) => {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <IconButton
        ref={ref}
        label={t('Attach files')}
        icon={<PaperclipIcon />}
        data-attach
        onClick={() => input.current?.click()}
      />
      <FileInput ref={input} label={t('Attach files')} onFiles={onFiles} />
    </>
  );
};
