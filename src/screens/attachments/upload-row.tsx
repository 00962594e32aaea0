import type { Upload } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attachments.module.css';
import type { Attaching } from './use-attaching.ts';

/** One file on its way, or one that did not arrive. */
export const UploadRow = ({ upload, attaching }: { readonly upload: Upload; readonly attaching: Attaching }) => {
  const { t, told, locale } = useWords();
  if (upload.state.kind === 'failed') {
    const { failure } = upload.state;
    const retry = attaching.retry(upload);
    return (
      <div className={classNames(styles.card, styles.line)} role="alert">
        <span className={styles.failed}>
          <WarningIcon />
        </span>
        <div className={styles.what}>
          <p className={styles.name}>{upload.name}</p>
          <p className={styles.failed}>
            {t('Not attached.')} {told(failure)}
          </p>
        </div>
        <div className={styles.buttons}>
          {retry === undefined ? null : (
            <Button size="small" onClick={retry}>
              {t('Try again')}
            </Button>
          )}
          <Button size="small" variant="quiet" onClick={() => attaching.cancel(upload)}>
            {t('Dismiss')}
          </Button>
        </div>
      </div>
    );
  }
  const part = upload.totalBytes === 0 ? 0 : upload.sentBytes / upload.totalBytes;
  return (
    <div className={classNames(styles.card, styles.line)}>
      <span className={styles.icon}>
        <FileIcon />
      </span>
      <div className={classNames(styles.what, styles.upload)}>
        <p className={styles.name}>{upload.name}</p>
        <ProgressBar label={t('Uploading {name}', upload)} value={part} />
        <p className={styles.told}>
          {t('{sent} of {total}', {
            sent: formatBytes(upload.sentBytes, locale),
            total: formatBytes(upload.totalBytes, locale),
          })}
        </p>
      </div>
      <Button
        size="small"
        variant="quiet"
        aria-label={t('Cancel {name}', upload)}
        onClick={() => {
          attaching.cancel(upload);
          // The button goes, and with it the focus.
          document.querySelector<HTMLElement>('button[data-attach]')?.focus();
        }}
      >
        {t('Cancel')}
      </Button>
    </div>
  );
};
