import { Link } from 'react-router-dom';
import type { Connection } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import { Finding, isFound } from './finding.tsx';
import styles from './help-screen.module.css';
import { factsOf, reportText } from './report-text.ts';
import { isWrong, summaryOf } from './summary.ts';
import type { Examination } from './use-examination.ts';

interface ConnectionCheckProps {
  readonly examination: Examination;
  readonly connection: Connection;
  /** Where a guest signs in, to come back here; null: somebody is signed in. */
  readonly signInAt: string | null;
}

/** Tries every step on the way to notes and files, and says what to change where one fails. */
export const ConnectionCheck = ({ examination, connection, signInAt }: ConnectionCheckProps) => {
  const words = useWords();
  const { t, told } = words;
  const { checks, isRunning, isStopped, failure, run, stop } = examination;
  const done = checks.filter(({ state }) => state.kind !== 'waiting' && state.kind !== 'running').length;
  const found = checks.filter(isFound);
  const worstFirst = [...found.filter(isWrong), ...found.filter((check) => !isWrong(check))];
  return (
    <PageSection title={t('Check of the connection')}>
      <p>
        {signInAt === null ? (
          t(
            'Each step on the way to your notes and files is tried, in order. No note is touched; a small file is put into your bucket and taken away again.',
          )
        ) : (
          <>
            {t('Nobody is signed in, so that only the first part can be checked.')}{' '}
            <Link to={signInAt}>{t('Sign in')}</Link>
          </>
        )}
      </p>
      <p className={styles.summary} role="status">
        {isRunning ? (
          <>
            <Spinner /> {t('Checking…')}
          </>
        ) : failure === null ? (
          summaryOf(checks, isStopped, words)
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
          <CopyText text={reportText(checks, factsOf(connection, words), words)} label={t('Copy report')} />
        )}
      </div>
      {worstFirst.length === 0 ? null : (
        <ol className={styles.checks} aria-label={t('Findings')}>
          {worstFirst.map((check) => (
            <Finding key={check.id} found={check} />
          ))}
        </ol>
      )}
    </PageSection>
  );
};
