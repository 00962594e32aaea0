import { shownName } from '#src/notes/shown-name.ts';
import { wireName } from '#src/notes/wire-attachment.ts';
import type { Orphan } from '#src/services.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import styles from './storage.module.css';

interface OrphanRowProps {
  readonly orphan: Orphan;
  readonly chosen: boolean;
  readonly disabled: boolean;
  readonly onChoose: (chosen: boolean) => void;
}

/** One file that nothing names: what it was called, how large it is and how old. */
export const OrphanRow = ({ orphan, chosen, disabled, onChoose }: OrphanRowProps) => {
  const words = useWords();
  const { key, size, age } = orphan;
  return (
    <li className={styles.row}>
      <label className={styles.head}>
        <input
          type="checkbox"
          checked={chosen}
          disabled={disabled}
          onChange={({ target }) => onChoose(target.checked)}
        />
        <span className={styles.name} dir="auto" title={key}>
          {shownName(wireName(key)) || shownName(key)}
        </span>{' '}
        <span className={styles.size}>
          {formatBytes(size, words.locale)}
          <span className={styles.hint}> · {ageWords(age, words)}</span>
        </span>
      </label>
    </li>
  );
};

const day = 24 * 60 * 60_000;

/** In days, or in months and years where it is that old. */
function ageWords(age: number, { counted }: Words): string {
  const days = Math.floor(age / day);
  if (days < 60) return counted(days, '1 day old', '{count} days old');
  const months = Math.round(days / 30.44);
  if (months < 24) return counted(months, '1 month old', '{count} months old');
  return counted(Math.floor(months / 12), '1 year old', '{count} years old');
}
