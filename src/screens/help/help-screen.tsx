import { type ReactNode, useMemo, useState } from 'react';
import type { Connection, Doctor, Notebook, SyncStatus } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page, PageSection } from '#src/ui/page.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import type { PlainMessage } from '#src/words/words.ts';
import { adviceFor } from './advice.ts';
import { CheckRow } from './check-row.tsx';
import { ConnectionCheck } from './connection-check.tsx';
import styles from './help-screen.module.css';
import { factsOf } from './report-text.ts';
import { useExamination } from './use-examination.ts';

interface HelpScreenProps {
  readonly back: ReactNode;
  readonly connection: Connection;
  readonly doctor: Doctor;
  /** Of whoever is signed in; null while nobody is. */
  readonly email: string | null;
  /** null while nobody is signed in. */
  readonly notebook: Notebook | null;
  /** Where a guest signs in, to come back here. */
  readonly signInAt: string;
}

/** What the app is connected to, whether that works, and what to do where it does not. */
export const HelpScreen = ({ back, connection, doctor, email, notebook, signInAt }: HelpScreenProps) => {
  const words = useWords();
  const { t } = words;
  useDocumentTitle(t('Connection · Satchel'));
  const examination = useExamination(doctor, email);
  return (
    <Page title={t('Connection')} back={back}>
      <ConnectionCheck examination={examination} connection={connection} signInAt={email === null ? signInAt : null} />
      <PageSection title={t('Now')}>
        {notebook === null ? (
          <p>{t('Nobody is signed in, so nothing is being sent.')}</p>
        ) : (
          <SyncNow notebook={notebook} />
        )}
      </PageSection>
      {examination.checks.length === 0 ? null : (
        <PageSection title={t('All checks')}>
          <ol className={styles.checks} aria-label={t('Checks')}>
            {examination.checks.map((check) => (
              <CheckRow key={check.id} check={check} />
            ))}
          </ol>
        </PageSection>
      )}
      <PageSection title={t('Connected to')}>
        <Facts
          facts={[
            [
              'AWS',
              connection.kind === 'local' ? t('Embedded, on this computer') : t('Your account, {region}', connection),
            ],
            ...factsOf(connection, words),
          ]}
        />
      </PageSection>
    </Page>
  );
};

const phaseWords: Readonly<Record<SyncStatus['phase'], PlainMessage>> = {
  idle: 'Working',
  syncing: 'Sending and fetching notes…',
  offline: 'Offline',
  trouble: 'AWS does not take our requests',
  'signed out': 'The session is over',
};

const SyncNow = ({ notebook }: { readonly notebook: Notebook }) => {
  const status = useObservable(notebook.sync);
  const { t, told, number, locale } = useWords();
  const time = useMemo(() => createTimeFormat(locale), [locale]);
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
          [t('Connection'), t(phaseWords[status.phase])],
          [t('Notes waiting'), number(status.waiting)],
          [
            t('Last complete'),
            status.syncedAt === null ? t('Not yet since the app was opened') : time.full(status.syncedAt),
          ],
        ]}
      />
      {status.failure === null ? null : (
        <Notice tone="warning" title={told(status.failure)} details={status.failure.details}>
          {t(adviceFor(status.failure))}
        </Notice>
      )}
      <div className={styles.actions}>
        <Button variant="primary" disabled={trying} onClick={() => void tryAgain()}>
          {trying ? <Spinner /> : <RefreshIcon size={18} />}
          {status.failure === null ? t('Sync now') : t('Try again')}
        </Button>
      </div>
    </>
  );
};
