import { type ReactNode, useMemo, useState } from 'react';
import type { Connection, Notebook, SyncStatus } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page, PageSection } from '#src/ui/page.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { adviceFor } from './advice.ts';
import styles from './help-screen.module.css';

interface HelpScreenProps {
  readonly back: ReactNode;
  readonly connection: Connection;
  /** null while nobody is signed in. */
  readonly notebook: Notebook | null;
}

/** What the app is connected to, whether that works, and what to do where it does not. */
export const HelpScreen = ({ back, connection, notebook }: HelpScreenProps) => {
  useDocumentTitle('Connection · Satchel');
  return (
    <Page title="Connection" back={back}>
      <PageSection title="Now">
        {notebook === null ? <p>Nobody is signed in, so nothing is being sent.</p> : <SyncNow notebook={notebook} />}
      </PageSection>
      <PageSection title="Connected to">
        <Facts
          facts={[
            ['AWS', connection.kind === 'local' ? 'Embedded, on this computer' : `Your account, ${connection.region}`],
            ['Notes API', connection.apiUrl],
            ['Bucket', connection.bucket],
            ['User pool', connection.userPoolId],
            ['Identity pool', connection.identityPoolId],
          ]}
        />
      </PageSection>
    </Page>
  );
};

const phaseWords: Readonly<Record<SyncStatus['phase'], string>> = {
  idle: 'Working',
  syncing: 'Sending and fetching notes…',
  offline: 'Offline',
  trouble: 'AWS does not take our requests',
  'signed out': 'The session is over',
};

const SyncNow = ({ notebook }: { readonly notebook: Notebook }) => {
  const status = useObservable(notebook.sync);
  const time = useMemo(() => createTimeFormat(), []);
  const [trying, setTrying] = useState(false);
  const tryAgain = async () => {
    setTrying(true);
    await notebook.syncNow();
    setTrying(false);
  };
  return (
    <>
      <Facts
        facts={[
          ['Connection', phaseWords[status.phase]],
          ['Notes waiting', status.waiting.toLocaleString()],
          ['Last complete', status.syncedAt === null ? 'Not yet since the app was opened' : time.full(status.syncedAt)],
        ]}
      />
      {status.failure === null ? null : (
        <Notice tone="warning" title={status.failure.message} details={status.failure.details}>
          {adviceFor(status.failure)}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button variant="primary" disabled={trying} onClick={() => void tryAgain()}>
          {trying ? <Spinner /> : <RefreshIcon size={18} />}
          {status.failure === null ? 'Sync now' : 'Try again'}
        </Button>
      </div>
    </>
  );
};
