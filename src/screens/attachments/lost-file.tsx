import type { ReactNode } from 'react';
import type { Upload } from '#src/services.ts';
import { ChooseFileButton } from '#src/ui/choose-file-button.tsx';
import { WarningIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attachments.module.css';

interface LostFileProps {
  readonly upload: Upload;
  readonly howFar: string;
  readonly cancel: ReactNode;
  readonly onChoose: (file: File) => void;
}

/** What the row of an upload says whose file is to be chosen again. */
export const LostFile = ({ upload, howFar, cancel, onChoose }: LostFileProps) => {
  const { t, told } = useWords();
  const { name, state } = upload;
  return (
    <>
      <span className={styles.failed}>
        <WarningIcon />
      </span>
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        <p className={styles.told}>{howFar}</p>
        <p className={styles.said} role="alert">
          {'failure' in state ? told(state.failure) : t('Comparing it with what has been sent')}
        </p>
      </div>
      <div className={styles.buttons}>
        <ChooseFileButton label={t('Choose {name} again', upload)} busy={state.kind === 'comparing'} onFile={onChoose}>
          {t('Choose the file again')}
        </ChooseFileButton>
        {cancel}
      </div>
    </>
  );
};
