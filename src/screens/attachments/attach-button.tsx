import { type Ref, useRef } from 'react';
import type { PickedFile } from '#src/services.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { PaperclipIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attach-button.module.css';
import { pickedFile } from './picked-file.ts';

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
      <input
        ref={input}
        className={styles.input}
        type="file"
        multiple
        tabIndex={-1}
        aria-hidden="true"
        aria-label={t('Attach files')}
        onChange={(event) => {
          onFiles([...(event.target.files ?? [])].map(pickedFile));
          // So that the same file can be chosen again.
          event.target.value = '';
        }}
      />
    </>
  );
};
