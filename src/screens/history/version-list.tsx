import { useId, useMemo } from 'react';
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
  const { t, locale } = useWords();
  const exact = useMemo(() => new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'medium' }), [locale]);
  /** Without the seconds, versions of one minute would look alike. */
  const timeOf = (index: number): string => {
    const at = (place: number) => {
      const version = versions[place];
      return version === undefined ? '' : time.full(version.at);
    };
    const isAlone = at(index) !== at(index - 1) && at(index) !== at(index + 1);
    return isAlone ? at(index) : exact.format(versions[index]?.at);
  };
  const name = useId();
  return (
    <fieldset className={styles.versions}>
      <legend className={styles.heading}>{t('Versions')}</legend>
      <div className={styles.scroller}>
        {versions.map((version, index) => (
          <label key={version.id} className={styles.version}>
            <input type="radio" name={name} checked={version.id === chosen.id} onChange={() => onChoose(version)} />
            <time className={styles.time} dateTime={new Date(version.at).toISOString()}>
              {timeOf(index)}
            </time>
            <span className={styles.reason}>{t(reasonWords[version.reason])}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
};
