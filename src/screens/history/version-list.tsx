import { useId } from 'react';
import type { Snapshot } from '#src/services.ts';
import type { TimeFormat } from '#src/ui/time-format.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './history.module.css';
import { reasonWords } from './reason-words.ts';

interface VersionListProps {
  readonly versions: readonly Snapshot[];
  readonly chosen: Snapshot;
  readonly time: TimeFormat;
  readonly onChoose: (version: Snapshot) => void;
}

/** The versions, the newest first: radio buttons, so that the arrows go through them. */
export const VersionList = ({ versions, chosen, time, onChoose }: VersionListProps) => {
  const { t } = useWords();
  const name = useId();
  return (
    <fieldset className={styles.versions}>
      <legend className={styles.heading}>{t('Versions')}</legend>
      <div className={styles.scroller}>
        {versions.map((version) => (
          <label key={version.id} className={styles.version}>
            <input type="radio" name={name} checked={version.id === chosen.id} onChange={() => onChoose(version)} />
            <time className={styles.time} dateTime={new Date(version.at).toISOString()}>
              {time.full(version.at)}
            </time>
            <span className={styles.reason}>{t(reasonWords[version.reason])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
