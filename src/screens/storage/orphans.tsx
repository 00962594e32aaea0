import { useRef, useState } from 'react';
import type { BucketReport, CleanedUp, Orphan, StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { CleaningUp } from './cleaning-up.tsx';
import { OrphanRow } from './orphan-row.tsx';
import styles from './storage.module.css';

interface OrphansProps {
  readonly bucket: BucketReport;
  readonly report: StorageReport;
  /** ms */
  readonly timeToUndo: number;
  readonly onCleaned: () => void;
}

/** How many rows are shown at first, and with each further wish. */
const atOnce = 50;

/** Files that nothing names: which of them are to go is the person's choice, file by file. */
export const Orphans = ({ bucket, report, timeToUndo, onCleaned }: OrphansProps) => {
  const words = useWords();
  const { t, told, counted, locale } = words;
  const { orphans, refusal } = bucket;
  const toasts = useToasts();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [shown, setShown] = useState(atOnce);
  const [going, setGoing] = useState<readonly Orphan[] | null>(null);
  const section = useRef<HTMLDivElement>(null);
  const picked = orphans.filter(({ key }) => chosen.has(key));
  const bytes = picked.reduce((sum, { size }) => sum + size, 0);
  const choose = (key: string, isChosen: boolean) => {
    const next = new Set(chosen);
    if (isChosen) next.add(key);
    else next.delete(key);
    setChosen(next);
  };
  const end = (cleaned: CleanedUp | null) => {
    setGoing(null);
    // What had the focus has gone.
    section.current?.focus({ preventScroll: true });
    if (cleaned === null) return;
    setChosen(new Set());
    onCleaned();
    toasts.show({ message: cleanedWords(cleaned, words) });
  };
  return (
    <PageSection title={t('Files without a note')}>
      <div ref={section} tabIndex={-1} className={styles.orphans}>
        {orphans.length === 0 ? (
          <p>{isLooked(bucket) ? t('There are none.') : t('None that this device knows of.')}</p>
        ) : (
          <p>
            {t(
              'No note, no older version on this device and no upload names these. A device that has been without a network for long may still have a note with one of them.',
            )}
          </p>
        )}
        {refusal === null || orphans.length === 0 ? null : (
          <Notice tone="warning" title={t('They cannot be deleted now')}>
            {told(refusal)}
            {refusal.details === '' ? null : <Details>{refusal.details}</Details>}
          </Notice>
        )}
        {going === null ? null : <CleaningUp orphans={going} report={report} timeToUndo={timeToUndo} onEnd={end} />}
        {going !== null || orphans.length === 0 ? null : (
          <>
            <label className={styles.all}>
              <input
                type="checkbox"
                checked={picked.length === orphans.length}
                disabled={refusal !== null}
                onChange={({ target }) => setChosen(new Set(target.checked ? orphans.map(({ key }) => key) : []))}
              />
              {counted(orphans.length, 'Select the file', 'Select all {count} files')}
            </label>
            <ul className={styles.rows}>
              {orphans.slice(0, shown).map((orphan) => (
                <OrphanRow
                  key={orphan.key}
                  orphan={orphan}
                  chosen={chosen.has(orphan.key)}
                  disabled={refusal !== null}
                  onChoose={(isChosen) => choose(orphan.key, isChosen)}
                />
              ))}
            </ul>
            <div className={styles.actions}>
              {orphans.length > shown ? (
                <Button onClick={() => setShown(shown + atOnce)}>{t('Show more files')}</Button>
              ) : null}
              <Button
                variant={picked.length === 0 ? 'secondary' : 'danger'}
                aria-disabled={picked.length === 0}
                onClick={() => {
                  if (picked.length > 0) setGoing(picked);
                }}
              >
                {picked.length === 0
                  ? t('Delete the selected files')
                  : counted(picked.length, 'Delete 1 file ({size})', 'Delete {count} files ({size})', {
                      size: formatBytes(bytes, locale),
                    })}
              </Button>
            </div>
          </>
        )}
      </div>
    </PageSection>
  );
};

const isLooked = ({ places }: BucketReport) => places.some(({ listed }) => listed);

function cleanedWords({ deleted, spared, failure }: CleanedUp, { counted, told, locale }: Words): string {
  const size = formatBytes(
    deleted.reduce((sum, one) => sum + one.size, 0),
    locale,
  );
  return [
    counted(deleted.length, `1 file deleted (${size}).`, '{count} files deleted ({size}).', { size }),
    ...(spared === 0
      ? []
      : [counted(spared, '1 file stays: a note names it now.', '{count} files stay: notes name them now.')]),
    ...(failure === null ? [] : [told(failure)]),
  ].join(' ');
}
