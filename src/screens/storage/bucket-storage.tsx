import { Link } from 'react-router-dom';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { BucketReport, Connection, Notebook, StorageReport } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { Details } from '#src/ui/details.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { Notice } from '#src/ui/notice.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { Words } from '#src/words/words.ts';
import { filesAndBytes } from './amount-words.ts';
import { ListingPolicy } from './listing-policy.tsx';
import { NotesBySize } from './notes-by-size.tsx';
import { Orphans } from './orphans.tsx';
import styles from './storage.module.css';
import { Undeletable } from './undeletable.tsx';
import { type Asking, useBucket } from './use-bucket.ts';

interface BucketStorageProps {
  readonly report: StorageReport;
  readonly notebook: Notebook;
  readonly connection: Connection;
  readonly home: AttachmentHome;
  /** ms */
  readonly timeToUndo: number;
}

/** What is in the bucket, as far as S3 tells. */
export const BucketStorage = ({ report, notebook, connection, home, timeToUndo }: BucketStorageProps) => {
  const words = useWords();
  const { t, told, counted } = words;
  const { bucket, asking, ask, cancel, refresh } = useBucket(report);
  const isDenied = bucket !== null && bucket.places.length > 0 && bucket.places.every(({ listed }) => !listed);
  return (
    <>
      <PageSection title={t('In your bucket')}>
        {bucket === null ? <Skeleton width="60%" /> : <Facts facts={factsOf(bucket, words)} />}
        {bucket === null || bucket.failure === null ? null : (
          <Notice tone="warning" title={t('S3 did not answer everything')}>
            {told(bucket.failure)} <Link to="/help">{t('Check the connection')}</Link>
            {bucket.failure.details === '' ? null : <Details>{bucket.failure.details}</Details>}
          </Notice>
        )}
        {bucket === null ? null : <Undeletable files={bucket.undeletable} home={home} />}
        {isDenied && bucket.failure === null ? <ListingPolicy connection={connection} /> : null}
        {asking === null ? (
          <div className={styles.actions}>
            {bucket === null || bucket.unknown === 0 ? null : (
              <Button variant="primary" onClick={() => void ask('measure')}>
                {counted(bucket.unknown, 'Ask for the size of 1 file', 'Ask for the sizes of {count} files')}
              </Button>
            )}
            <Button onClick={() => void ask('look')}>
              <RefreshIcon size={18} />
              {t('Look again')}
            </Button>
          </div>
        ) : (
          <div className={styles.asking}>
            <p className={styles.progress} role="status">
              <Spinner />
              {askingWords(asking, words)}
            </p>
            {asking.all === null || asking.all === 0 ? null : (
              <ProgressBar label={t('Files asked for')} value={asking.done / asking.all} />
            )}
            <div>
              <Button onClick={cancel}>{t('Cancel')}</Button>
            </div>
          </div>
        )}
      </PageSection>
      {bucket === null || bucket.notes.length === 0 ? null : (
        <NotesBySize
          notes={bucket.notes}
          report={report}
          notebook={notebook}
          home={home}
          onRemoved={() => void refresh()}
        />
      )}
      {bucket === null ? null : (
        <Orphans bucket={bucket} report={report} timeToUndo={timeToUndo} onCleaned={() => void refresh()} />
      )}
    </>
  );
};

const askingWords = ({ what, done, all }: Asking, { t }: Words): string => {
  if (what === 'measure' && all !== null) return t('Asking for sizes: {done} of {all}', { done, all });
  return done === 0 ? t('Syncing, then looking into the bucket') : t('Looking into the bucket: {done} files', { done });
};

function factsOf(
  { named, unknown, removed, remembered, young, parts, orphans }: BucketReport,
  words: Words,
): readonly (readonly [string, string])[] {
  const { t, counted, locale } = words;
  const some = (name: string, amount: BucketReport['named'], text: string) =>
    amount.files === 0 ? [] : [[name, `${filesAndBytes(amount, words)}. ${text}`] as const];
  const sizes = [named, removed, remembered, young, ...orphans.map(({ size }) => ({ bytes: size }))];
  const all = sizes.reduce((sum, { bytes }) => sum + bytes, parts);
  return [
    [
      t('Used'),
      [
        formatBytes(all, locale),
        ...(unknown === 0 ? [] : [counted(unknown, 'and 1 file of unknown size', 'and {count} files of unknown size')]),
      ].join(' '),
    ],
    // Those of unknown size stand in the line above.
    ...(named.files === 0 && unknown > 0 ? [] : [[t('Files of notes'), filesAndBytes(named, words)] as const]),
    ...some(t('Removed'), removed, t('Older versions of your notes may name them; they are deleted after that.')),
    ...some(t('Not in a note'), remembered, t('Older versions on this device, or words that are no link, name them.')),
    ...some(t('New files'), young, t('Less than a day old: their notes may be on their way from another device.')),
    [
      t('Unfinished uploads'),
      parts === 0
        ? t('None from this device. What others left unfinished is not listed; a rule of the bucket can remove it.')
        : t('{size} from this device. What others left unfinished is not listed; a rule of the bucket can remove it.', {
            size: formatBytes(parts, locale),
          }),
    ],
  ];
}
