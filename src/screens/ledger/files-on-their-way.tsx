import { Link } from 'react-router-dom';
import type { Upload } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { PageSection } from '#src/ui/page.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './ledger.module.css';

/** Attachments that S3 does not have yet. This device has them. */
export const FilesOnTheirWay = ({ uploads }: { readonly uploads: readonly Upload[] }) => {
  const { t, told, locale } = useWords();
  return (
    <PageSection title={t('Files')}>
      <ul className={styles.changes}>
        {uploads.map(({ key, noteId, name, sentBytes, totalBytes, state }) => (
          <li key={key} className={styles.change}>
            <span className={styles.icon}>
              <FileIcon size={18} />
            </span>
            <div className={styles.what}>
              <p className={styles.title} dir="auto">
                <Link to={`/notes/${noteId}`}>{name}</Link>
              </p>
              {state.kind === 'failed' ? (
                <p className={styles.failure}>
                  {t('Only on this device.')} {told(state.failure)}
                </p>
              ) : (
                <p className={styles.told}>
                  {t('{sent} of {total} sent', {
                    sent: formatBytes(sentBytes, locale),
                    total: formatBytes(totalBytes, locale),
                  })}
                </p>
              )}
            </div>
          </li>
        ))}
      </ul>
    </PageSection>
  );
};
