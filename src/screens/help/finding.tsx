import type { Check } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { CopyText } from '#src/ui/copy-text.tsx';
import { Details } from '#src/ui/details.tsx';
import { useWords } from '#src/words/use-words.ts';
import { icons, tones } from './check-look.tsx';
import styles from './finding.module.css';
import { stateWords } from './report-text.ts';

/** A check that has found something. */
export type Found = Check & { readonly state: { readonly kind: 'wrong' | 'advice' } };

export const isFound = (check: Check): check is Found => check.state.kind === 'wrong' || check.state.kind === 'advice';

/** What a check has found, what to change, and where. */
export const Finding = ({ found: { title, state } }: { readonly found: Found }) => {
  const { t, told } = useWords();
  const { diagnosis, details, kind } = state;
  const { change, where, statement } = diagnosis;
  return (
    <li className={styles.finding}>
      <span className={classNames(styles.icon, tones[kind])}>{icons[kind]}</span>
      <div className={styles.content}>
        <h3 className={styles.said}>{told(diagnosis)}</h3>
        <p className={styles.check}>
          {told(title)} · <span className={tones[kind]}>{t(stateWords[kind])}</span>
        </p>
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
      </div>
    </li>
  );
};
