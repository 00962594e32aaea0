import { Link } from 'react-router-dom';
import type { SyncStatus, WaitingChange } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { Details } from '#src/ui/details.tsx';
import { CloudIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import type { TimeFormat } from '#src/ui/time-format.ts';
import { useWords, withParts } from '#src/words/use-words.ts';
import { attemptWords, discardWords, kindWords, nextWords } from './change-words.ts';
import styles from './ledger.module.css';

interface ChangeRowProps {
  readonly change: WaitingChange;
  readonly phase: SyncStatus['phase'];
  readonly time: TimeFormat;
  readonly now: number;
  readonly onDiscard: (change: WaitingChange) => void;
}

/** One note's change: what it is, since when it waits, why, and until when. */
export const ChangeRow = ({ change, phase, time, now, onDiscard }: ChangeRowProps) => {
  const { noteId, title, kind, since, state, failure } = change;
  const words = useWords();
  const { t, told } = words;
  const attempts = attemptWords(change, words);
  return (
    <li className={styles.change}>
      <span className={classNames(styles.icon, state === 'parked' && styles.parked)}>
        {state === 'sending' ? <Spinner /> : state === 'parked' ? <WarningIcon size={18} /> : <CloudIcon size={18} />}
      </span>
      <div className={styles.what}>
        <p className={styles.title} dir="auto">
          {/* A note on its way out is in no list, and is not opened from here either. */}
          {kind === 'deletion' ? title : <Link to={`/notes/${noteId}`}>{title}</Link>}
        </p>
        <p className={styles.told}>
          {withParts(
            t('{kind}, waiting since <time>{since}</time>', {
              kind: t(kindWords[kind]),
              since: time.since(since, now),
            }),
            {
              time: (text) => (
                <time dateTime={new Date(since).toISOString()} title={time.full(since)}>
                  {text}
                </time>
              ),
            },
          )}
          {attempts === null ? null : `, ${attempts}`}
        </p>
        {failure === null ? null : (
          <div className={styles.failure}>
            <p>{told(failure)}</p>
            {failure.details === '' ? null : <Details>{failure.details}</Details>}
          </div>
        )}
        <p className={classNames(styles.next, state === 'parked' && styles.parked)}>
          {nextWords(change, phase, time, now, words)}
        </p>
      </div>
      <Button
        size="small"
        variant={kind === 'deletion' ? 'quiet' : 'warning'}
        aria-label={t(discardWords[kind], { title })}
        onClick={() => onDiscard(change)}
      >
        {t('Discard')}
      </Button>
    </li>
  );
};
