import type { Ref } from 'react';
import type { PickedFile } from '#src/services.ts';
import styles from './attach-button.module.css';
import { pickedFile } from './picked-file.ts';

interface FileInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly label: string;
  readonly accept?: string;
  readonly capture?: 'environment';
  /** Whether one file is chosen, and no more. */
  readonly single?: boolean;
  /** Whether a folder is chosen, in place of files. */
  readonly folder?: boolean;
  readonly onFiles: (files: readonly PickedFile[]) => void;
}

/** The browser's way to choose files, unseen: something else clicks it. */
export const FileInput = ({
  ref,
  label,
  accept,
  capture,
  single = capture !== undefined,
  folder = false,
  onFiles,
}: FileInputProps) => (
  <input
    ref={ref}
    className={styles.input}
    type="file"
    multiple={!single}
    accept={accept}
    capture={capture}
    {...(folder ? { webkitdirectory: '' } : {})}
    tabIndex={-1}
    aria-hidden="true"
    aria-label={label}
    onChange={(event) => {
      onFiles([...(event.target.files ?? [])].map(pickedFile));
      // So that the same file can be chosen again.
      event.target.value = '';
    }}
  />
);
