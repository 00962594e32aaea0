import { Link } from 'react-router-dom';
import type { Check, Connection } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { Finding, isFound } from './finding.tsx';
import styles from './help-screen.module.css';
import { factsOf, reportText } from './report-text.ts';
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
  const { checks, isRunning, failure, run, stop } = examination;
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
          summaryOf(examination, words)
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

const isWrong = ({ state }: Check) => state.kind === 'wrong';

function summaryOf({ checks, isStopped }: Examination, words: Words): string {
  const sentences = [foundIn(checks, words), isStopped ? words.t('Stopped before the end.') : null];
  const said = sentences.filter((sentence) => sentence !== null);
  return said.length > 0 ? said.join(' ') : soundIn(checks, words);
}

function foundIn(checks: readonly Check[], { counted }: Words): string | null {
  const wrong = checks.filter(isWrong).length;
  if (wrong > 0) return counted(wrong, '1 thing is wrong.', '{count} things are wrong.');
  const better = checks.filter(isFound).length;
  return better === 0
    ? null
    : counted(
        better,
        'Nothing is wrong, and 1 thing could be better.',
        'Nothing is wrong, and {count} things could be better.',
      );
}

const soundIn = (checks: readonly Check[], { t }: Words) =>
  checks.every(({ state }) => state.kind === 'fine')
    ? t('Everything is as it should be.')
    : t('What can be checked is as it should be.');
