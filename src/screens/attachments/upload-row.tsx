import { memo } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { Upload } from '#src/services.ts';
import { FileIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './attachments.module.css';
import { LostFile } from './lost-file.tsx';
import { Refused } from './refused.tsx';

interface UploadRowProps {
  readonly upload: Upload;
  readonly home: AttachmentHome;
  readonly acts: UploadActs;
}

export interface UploadActs {
  cancel(upload: Upload): Promise<void>;
  pause(upload: Upload): Promise<void>;
  /** Sends a failed one again, or goes on with a paused one. `file`: of one that has lost it, chosen again. */
  retry(upload: Upload, file?: File): Promise<void>;
}

/** Smaller ones have arrived before anybody could want that; bytes. */
const leastPaused = 5 * 2 ** 20;

/** One file of the note that is on its way to S3, or that waits for a person. With many on their way, those alone are drawn again that have changed. */
export const UploadRow = memo(function UploadRow({ upload, home, acts }: UploadRowProps) {
  const { t, told, locale } = useWords();
  const cancel = (
    <Button
      size="small"
      variant="quiet"
      aria-label={t('Cancel {name}', upload)}
      onClick={() => {
        void acts.cancel(upload);
        // The button goes, and with it the focus.
        document.querySelector<HTMLElement>('button[data-attach]')?.focus();
      }}
    >
      {t('Cancel')}
    </Button>
  );
  const howFar = t('{sent} of {total}', {
    sent: formatBytes(upload.sentBytes, locale),
    total: formatBytes(upload.totalBytes, locale),
  });
  const { state, streamedFrom } = upload;
  if (state.kind === 'file needed' || state.kind === 'comparing')
    // The same element as that of the row that goes on, which the focus may come to.
    return (
      <div className={classNames(styles.card, styles.line, styles.asking)} tabIndex={-1}>
        <LostFile upload={upload} howFar={howFar} cancel={cancel} onChoose={(file) => void acts.retry(upload, file)} />
      </div>
    );
  if (state.kind === 'failed') {
    const { failure } = state;
    return (
      <div className={styles.card} role="alert">
        <div className={styles.line}>
          <span className={styles.failed}>
            <WarningIcon />
          </span>
          <div className={styles.what}>
            <p className={styles.name}>{upload.name}</p>
            <p className={styles.failed}>
              {streamedFrom === undefined ? t('Only on this device.') : null}{' '}
              {failure.kind === 'denied' ? t('AWS did not take it.') : told(failure)}
            </p>
          </div>
          <div className={styles.buttons}>
            <Button size="small" onClick={() => void acts.retry(upload)}>
              {t('Try again')}
            </Button>
            {cancel}
          </div>
        </div>
        {failure.kind === 'denied' ? (
          <Refused action="send" keys={[upload.key]} home={home} said={failure.details} onRetry={null} />
        ) : null}
      </div>
    );
  }
  const isPaused = state.kind === 'paused';
  const onDevice = streamedFrom === undefined;
  const part = upload.totalBytes === 0 ? 0 : upload.sentBytes / upload.totalBytes;
  return (
    <div className={classNames(styles.card, styles.line, styles.going)} tabIndex={-1}>
      <span className={styles.icon}>
        <FileIcon />
      </span>
      <div className={classNames(styles.what, styles.upload)}>
        <p className={styles.name}>{upload.name}</p>
        <ProgressBar label={t('Uploading {name}', upload)} value={part} />
        <p className={styles.told}>
          {howFar}
          {state.kind === 'waiting'
            ? ` · ${onDevice ? t('Safe on this device, waiting to be sent') : t('Waiting to be sent')}`
            : null}
          {isPaused ? ` · ${t('Paused')}` : null}
        </p>
        {streamedFrom === 'this tab' && !isPaused ? (
          <p className={styles.said}>{t('Keep this tab open until it has arrived.')}</p>
        ) : null}
        {streamedFrom === 'another tab' && state.kind === 'sending' ? (
          <p className={styles.said}>{t('It is sent from another tab. Keep that one open until it has arrived.')}</p>
        ) : null}
      </div>
      <div className={styles.buttons}>
        {upload.totalBytes < leastPaused ? null : (
          <Button
            size="small"
            variant="quiet"
            aria-label={isPaused ? t('Resume {name}', upload) : t('Pause {name}', upload)}
            onClick={() => void (isPaused ? acts.retry(upload) : acts.pause(upload))}
          >
            {isPaused ? t('Resume') : t('Pause')}
          </Button>
        )}
        {cancel}
      </div>
    </div>
  );
});
