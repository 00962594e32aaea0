import { type ReactNode, useEffect, useState } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { Connection, Notebook, StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { keepFocus } from '#src/ui/keep-focus.ts';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';
import { BucketStorage } from './bucket-storage.tsx';
import { DeviceStorage } from './device-storage.tsx';

interface StorageScreenProps {
  readonly back: ReactNode;
  readonly notebook: Notebook;
  readonly connection: Connection;
  readonly home: AttachmentHome;
  /** Whether the notes outlive the tab on this device. */
  readonly keeps: boolean;
  /** How long a person can take back that files are to be deleted; ms. */
  readonly timeToUndo?: number;
}

/** What the notes and their files take, on this device and in the bucket, and how to have it less. */
export const StorageScreen = ({ back, notebook, connection, home, keeps, timeToUndo = 10_000 }: StorageScreenProps) => {
  const { t } = useWords();
  useDocumentTitle(t('Storage · Satchel'));
  const [report, setReport] = useState<StorageReport | 'missing' | null>(null);
  const [tries, setTries] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is loaded again with each try
  useEffect(() => {
    let isOver = false;
    const tell = (told: StorageReport | 'missing') => {
      if (!isOver) setReport(told);
    };
    notebook.files.storage(notebook).then(tell, () => tell('missing'));
    return () => {
      isOver = true;
    };
  }, [notebook, tries]);
  useEffect(() => {
    const main = document.getElementById('main');
    return main === null ? undefined : keepFocus(main);
  }, []);
  return (
    <Page title={t('Storage')} back={back}>
      {report === null ? <Skeleton width="60%" /> : null}
      {report === 'missing' ? (
        <Notice tone="warning" actions={<Button onClick={() => setTries(tries + 1)}>{t('Try again')}</Button>}>
          {t('This could not be loaded. Check your connection and try again.')}
        </Notice>
      ) : null}
      {report === null || report === 'missing' ? null : (
        <>
          <DeviceStorage report={report} list={notebook.list} keeps={keeps} />
          <BucketStorage
            report={report}
            notebook={notebook}
            connection={connection}
            home={home}
            timeToUndo={timeToUndo}
          />
        </>
      )}
    </Page>
  );
};
