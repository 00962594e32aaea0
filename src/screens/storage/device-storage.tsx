import { useEffect, useState } from 'react';
import type { DeviceUse, Notebook, StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { keepAsking } from '#src/ui/keep-asking.ts';
import { Meter } from '#src/ui/meter.tsx';
import { PageSection } from '#src/ui/page.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import { filesAndBytes } from './amount-words.ts';
import { PersistentStorage } from './persistent-storage.tsx';
import styles from './storage.module.css';

interface DeviceStorageProps {
  readonly report: StorageReport;
  readonly list: Notebook['list'];
  readonly keeps: boolean;
}

const megabyte = 1024 * 1024;
const limits = [0, 100 * megabyte, 500 * megabyte, 2048 * megabyte, 10_240 * megabyte];

/** What this browser keeps, and how much it may. */
export const DeviceStorage = ({ report, list, keeps }: DeviceStorageProps) => {
  const words = useWords();
  const { t, told, counted, locale } = words;
  const toasts = useToasts();
  const [use, setUse] = useState<DeviceUse | null>(null);
  useEffect(() => keepAsking(() => report.device(), setUse, [report, list]), [report, list]);
  if (use === null) {
    return (
      <PageSection title={t('On this device')}>
        <Skeleton width="60%" />
      </PageSection>
    );
  }
  const { all, kept, limit, pinned, sending } = use;
  const size = (bytes: number) => formatBytes(bytes, locale);
  // The estimate lags behind what has been written. What is left of it then says nothing.
  const others = all === null ? 0 : all.used - kept.bytes - sending.bytes;
  const removable = kept.bytes - pinned.bytes;
  const remove = async () => {
    const removed = await report.letGo();
    toasts.show({
      message: removed.ok ? t('{size} removed from this device', { size: size(removable) }) : told(removed.failure),
    });
  };
  const ofLimit = t('{used} of {limit}', { used: size(kept.bytes), limit: size(limit) });
  return (
    <PageSection title={t('On this device')}>
      <div className={styles.meter}>
        <p className={styles.big}>{limit === 0 ? t('No files are kept') : t('{amount} kept', { amount: ofLimit })}</p>
        {limit === 0 ? null : <Meter label={t('Kept files')} value={kept.bytes} most={limit} text={ofLimit} />}
        <p className={styles.hint}>
          {t(
            'Files that were opened stay here, so that they open without a network. Above the limit, those go that were not used for longest. They stay in your bucket.',
          )}
        </p>
      </div>
      <Choice
        label={t('Keep at most')}
        value={String(limit)}
        options={[...new Set([...limits, limit])]
          .toSorted((a, b) => a - b)
          .map((value) => ({ value: String(value), label: value === 0 ? t('Nothing') : size(value) }))}
        onChange={(value) => {
          setUse({ ...use, limit: Number(value) });
          void report.limitTo(Number(value));
        }}
      />
      <Facts
        facts={[
          [t('Kept files'), filesAndBytes(kept, words)],
          [
            t('Of pinned notes'),
            <>
              {pinned.files === 0 ? null : (
                <span>{t('{amount}, always kept', { amount: filesAndBytes(pinned, words) })}</span>
              )}
              {pinned.files + pinned.missing === 0 ? t('none') : null}
              {pinned.missing === 0 ? null : (
                <span className={styles.hint}>
                  {counted(
                    pinned.missing,
                    '1 file is not here: it has not come yet, or there is no room for it.',
                    '{count} files are not here: they have not come yet, or there is no room for them.',
                  )}
                </span>
              )}
            </>,
          ],
          ...(sending.files === 0
            ? []
            : [
                [
                  t('On their way to S3'),
                  t('{amount}, they stay until they are there', { amount: filesAndBytes(sending, words) }),
                ] as const,
              ]),
          ...(all === null
            ? []
            : [
                ...(others <= 0 ? [] : [[t('Notes and the app'), t('about {size}', { size: size(others) })] as const]),
                [
                  t('Room in this browser'),
                  t('about {size}', { size: size(Math.max(0, all.quota - all.used)) }),
                ] as const,
              ]),
        ]}
      />
      <div>
        <Button aria-disabled={removable <= 0} onClick={() => (removable > 0 ? void remove() : undefined)}>
          {t('Remove kept files now')}
        </Button>
      </div>
      <PersistentStorage report={report} persisted={use.persisted} keeps={keeps} />
    </PageSection>
  );
};
