import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { saveFile } from '#src/ui/save-file.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './export-dialog.module.css';
import { ExportSummary } from './export-summary.tsx';
import { progressWords } from './export-words.ts';
import { type ExportWanted, useExport } from './use-export.ts';

interface ExportDialogProps extends ExportWanted {
  /** Also asked for while it runs, which stops it. */
  readonly onClose: () => void;
}

/** Exports notes as soon as it is there: shows how far it is, saves the file, and says what is in it. */
export const ExportDialog = ({ onClose, ...wanted }: ExportDialogProps) => {
  const words = useWords();
  const { t } = words;
  const state = useExport(wanted);
  const running = state.kind === 'running';
  const saved = state.kind === 'done' && state.exported.notes > 0 ? state.exported : null;
  return (
    <Dialog
      title={t('Export')}
      onClose={onClose}
      actions={
        <>
          {saved === null ? null : <Button onClick={() => saveFile(saved.file, saved.name)}>{t('Save again')}</Button>}
          {/* One button all the time, so that the focus stays on it. */}
          <Button key="close" variant={running ? 'secondary' : 'primary'} onClick={onClose}>
            {running ? t('Cancel') : t('Close')}
          </Button>
        </>
      }
    >
      {running ? (
        <>
          <ProgressBar label={t('Exporting')} value={state.progress.done / Math.max(1, state.progress.total)} />
          <p>{progressWords(state.progress, words)}</p>
          {state.progress.fetching === null ? null : (
            <p className={styles.fetching}>{t('Fetching {name}…', { name: state.progress.fetching })}</p>
          )}
        </>
      ) : null}
      <div role="status" className={styles.status}>
        {state.kind === 'done' ? <ExportSummary exported={state.exported} /> : null}
      </div>
      {state.kind === 'failed' ? (
        <Notice tone="danger" title={t('Nothing was exported')} details={state.details}>
          {t('The notes could not be read from this device. Reload the page and try again.')}
        </Notice>
      ) : null}
    </Dialog>
  );
};
