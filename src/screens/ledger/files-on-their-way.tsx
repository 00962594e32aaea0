import { Link } from 'react-router-dom';
import type { Upload } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import { ChooseFileButton } from '#src/ui/choose-file-button.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { PageSection } from '#src/ui/page.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './ledger.module.css';

interface FilesOnTheirWayProps {
  readonly uploads: readonly Upload[];
  /** The file of one that has lost it, chosen again. */
  readonly onChoose: (key: string, file: File) => void;
}

/** Attachments that S3 does not have yet. */
export const FilesOnTheirWay = ({ uploads, onChoose }: FilesOnTheirWayProps) => {
  const { t, told, locale } = useWords();
  return (
    <PageSection title={t('Files')}>
      <ul className={styles.changes}>
        {uploads.map(({ key, noteId, name, sentBytes, totalBytes, state, streamedFrom }) => (
          <li key={key} className={styles.change} tabIndex={-1}>
            <span className={styles.icon}>
              <FileIcon size={18} />
            </span>
            <div className={styles.what}>
              <p className={styles.title} dir="auto">
                <Link to={`/notes/${noteId}`}>{name}</Link>
              </p>
              {state.kind === 'failed' ? (
                <p className={styles.failure}>
                  {streamedFrom === undefined ? t('Only on this device.') : null} {told(state.failure)}
                </p>
              ) : (
                <p className={styles.told}>
                  {t('{sent} of {total} sent', {
                    sent: formatBytes(sentBytes, locale),
                    total: formatBytes(totalBytes, locale),
                  })}
                </p>
              )}
              {streamedFrom === 'this tab' && /^(waiting|sending)$/.test(state.kind) ? (
                <p className={styles.told}>{t('Keep this tab open until it has arrived.')}</p>
              ) : null}
              {state.kind === 'file needed' || state.kind === 'comparing' ? (
                <div className={styles.lost}>
                  <p role="alert">
                    {'failure' in state ? told(state.failure) : t('Comparing it with what has been sent')}
                  </p>
                  <ChooseFileButton
                    label={t('Choose {name} again', { name })}
                    busy={state.kind === 'comparing'}
                    onFile={(file) => onChoose(key, file)}
                  >
                    {t('Choose the file again')}
                  </ChooseFileButton>
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
};
