import type { Check } from '#src/services.ts';
import { classNames } from '#src/ui/class-names.ts';
import { useWords } from '#src/words/use-words.ts';
import { icons, tones } from './check-look.tsx';
import styles from './check-row.module.css';
import { stateWords } from './report-text.ts';

/** One check and how it stands, in a line. */
export const CheckRow = ({ check: { title, state } }: { readonly check: Check }) => {
  const { t, told } = useWords();
  const said = saidOf(state);
  return (
    <li className={styles.row}>
      <span className={classNames(styles.icon, tones[state.kind])}>{icons[state.kind]}</span>
      <h3 className={styles.title}>{told(title)}</h3>
      {said === null ? null : <p className={styles.said}>{told(said)}</p>}
      <span className={classNames(styles.state, tones[state.kind])}>{t(stateWords[state.kind])}</span>
    </li>
  );
};

function saidOf(state: Check['state']) {
  switch (state.kind) {
    case 'fine':
      return state.told;
    case 'skipped':
      return state.why;
    case 'advice':
    case 'wrong':
      return state.diagnosis;
    default:
      return null;
  }
}
