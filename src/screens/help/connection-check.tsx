import type { Check, Connection, Doctor } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { CheckRow } from './check-row.tsx';
import styles from './help-screen.module.css';
import { reportText } from './report-text.ts';
import { useExamination } from './use-examination.ts';

interface ConnectionCheckProps {
  readonly doctor: Doctor;
  readonly connection: Connection;
  /** Of whoever is signed in; null while nobody is. */
  readonly email: string | null;
}

/** Tries every step on the way to notes and files, and says what to change where one fails. */
export const ConnectionCheck = ({ doctor, connection, email }: ConnectionCheckProps) => {
  const words = useWords();
  const { t, told } = words;
  const { checks, isRunning, failure, run, stop } = useExamination(doctor, email);
  const done = checks.filter(({ state }) => state.kind !== 'waiting' && state.kind !== 'running').length;
  const facts = [
    [t('Notes API'), connection.apiUrl],
    [t('Bucket'), connection.bucket],
    [t('User pool'), connection.userPoolId],
    [t('Identity pool'), connection.identityPoolId],
  ] as const;
  return (
    <PageSection title={t('Check of the connection')}>
      <p>
        {email === null
          ? t('Nobody is signed in, so that only the first part can be checked.')
          : t(
              'Each step on the way to your notes and files is tried, in order. No note is touched; a small file is put into your bucket and taken away again.',
            )}
      </p>
      <p className={styles.summary} role="status">
        {isRunning ? (
          <>
            <Spinner /> {t('Checking…')}
          </>
        ) : failure === null ? (
          summaryOf(checks, words)
        ) : null}
      </p>
      {isRunning && checks.length > 0 ? <ProgressBar label={t('Checks')} value={done / checks.length} /> : null}
      {failure === null ? null : (
        <Notice tone="danger" title={t('The check could not be loaded')} details={failure.details}>
          {told(failure)}
        </Notice>
      )}
      <div className={styles.actions}>
        {/* One button, so that it keeps the focus. */}
        <Button onClick={isRunning ? stop : run}>
          {isRunning ? null : <RefreshIcon size={18} />}
          {isRunning ? t('Stop') : t('Run again')}
        </Button>
        {isRunning || checks.length === 0 ? null : (
          <CopyText text={reportText(checks, facts, words)} label={t('Copy report')} />
        )}
      </div>
      <ol className={styles.checks} aria-label={t('Checks')}>
        {checks.map((check) => (
          <CheckRow key={check.id} check={check} />
        ))}
      </ol>
    </PageSection>
  );
};

function summaryOf(checks: readonly Check[], { t, counted }: Words): string {
  const count = checks.filter(({ state }) => state.kind === 'wrong' || state.kind === 'advice').length;
  if (count > 0) return counted(count, '1 thing is to be changed.', '{count} things are to be changed.');
  return checks.every(({ state }) => state.kind === 'fine')
    ? t('Everything is as it should be.')
    : t('What can be checked is as it should be.');
}
