import type { ReactNode } from 'react';
import type { Check } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Details } from '#src/ui/details.tsx';
import { CheckIcon, InfoIcon, WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './check-row.module.css';
import { stateWords } from './report-text.ts';

/** One check, how it stands, and what to do where it is wrong. */
export const CheckRow = ({ check: { title, state } }: { readonly check: Check }) => {
  const { t, told } = useWords();
  return (
    <li className={styles.row}>
      <span className={classNames(styles.icon, tones[state.kind])}>{icons[state.kind]}</span>
      <div className={styles.content}>
        <div className={styles.header}>
          <h3 className={styles.title}>{told(title)}</h3>
          <span className={classNames(styles.state, tones[state.kind])}>{t(stateWords[state.kind])}</span>
        </div>
        {state.kind === 'fine' ? <p className={styles.quiet}>{told(state.told)}</p> : null}
        {state.kind === 'skipped' ? <p className={styles.quiet}>{told(state.why)}</p> : null}
        {state.kind === 'wrong' || state.kind === 'advice' ? <Found {...state} /> : null}
      </div>
    </li>
  );
};

const Found = ({ diagnosis, details }: Extract<Check['state'], { readonly kind: 'wrong' | 'advice' }>) => {
  const { t, told } = useWords();
  const { change, where, statement } = diagnosis;
  return (
    <>
      <p>{told(diagnosis)}</p>
      <dl className={styles.change}>
        <dt>{t('What to change')}</dt>
        <dd>{told(change)}</dd>
        {where === null ? null : (
          <>
            <dt>{t('Where in the AWS console')}</dt>
            <dd>{where}</dd>
          </>
        )}
      </dl>
      {statement === undefined ? null : (
        <details className={styles.statement}>
          <summary>{t('This belongs there')}</summary>
          <pre>{statement}</pre>
          <CopyText text={statement} label={t('Copy this')} />
        </details>
      )}
      {details === '' ? null : <Details>{details}</Details>}
    </>
  );
};

const icons: Readonly<Record<Check['state']['kind'], ReactNode>> = {
  waiting: null,
  running: <Spinner />,
  fine: <CheckIcon size={18} />,
  advice: <InfoIcon size={18} />,
  wrong: <WarningIcon size={18} />,
  skipped: null,
};

const tones: Readonly<Record<Check['state']['kind'], string | undefined>> = {
  waiting: styles.pale,
  running: styles.pale,
  fine: styles.fine,
  advice: styles.advice,
  wrong: styles.wrong,
  skipped: styles.pale,
};
