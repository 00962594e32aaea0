import { type ReactNode, useMemo, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, WaitingChange } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { Page, PageSection } from '#src/ui/page.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useNow } from '#src/ui/use-now.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import { ChangeRow } from './change-row.tsx';
import { DiscardDialog } from './discard-dialog.tsx';
import { FilesOnTheirWay } from './files-on-their-way.tsx';
import styles from './ledger.module.css';
import { LedgerActions } from './ledger-actions.tsx';
import { phaseWords } from './phase-words.ts';
import { SetAsideNotice } from './set-aside-notice.tsx';
import { useWaitingChanges } from './use-waiting-changes.ts';

interface LedgerScreenProps {
  readonly back: ReactNode;
  readonly notebook: Notebook;
  readonly clock: () => number;
  readonly onExport: (ids: readonly NoteId[]) => void;
}

/** How many rows are shown at first, and with each further wish: a long time offline leaves thousands. */
const atOnce = 100;

/** Everything on this device that AWS has not confirmed, change by change. */
export const LedgerScreen = ({ back, notebook, clock, onExport }: LedgerScreenProps) => {
  const words = useWords();
  const { t, told, counted, locale } = words;
  useDocumentTitle(t('Not sent yet · Satchel'));
  const changes = useWaitingChanges(notebook);
  const status = useObservable(notebook.sync);
  const uploads = useObservable(notebook.files.uploads);
  const now = useNow(clock, 5_000);
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const toasts = useToasts();
  const [asked, setAsked] = useState<WaitingChange | null>(null);
  const [shown, setShown] = useState(atOnce);
  const list = useRef<HTMLDivElement>(null);

  const choose = async (key: string, file: File) => {
    const result = await notebook.files.retry(key, file);
    if (!result.ok) toasts.show({ message: told(result.failure) });
  };
  const discard = async (change: WaitingChange) => {
    setAsked(null);
    const result = await notebook.discardChanges(change.noteId);
    // The row goes, and with it the button that the focus is on.
    list.current?.focus({ preventScroll: true });
    if (!result.ok) return toasts.show({ message: told(result.failure) });
    const undo = async () => {
      const undone = await result.value.undo();
      if (!undone.ok) toasts.show({ message: told(undone.failure) });
    };
    // A deletion that was called off is taken back by deleting the note again.
    if (change.kind === 'deletion') return toasts.show({ message: t('The deletion was called off') });
    toasts.show({ message: t('Discarded'), action: { label: t('Undo'), onAct: () => void undo() } });
  };

  const many = changes?.length ?? 0;
  return (
    <Page title={t('Not sent yet')} back={back}>
      <SetAsideNotice notebook={notebook} />
      <PageSection title={t('Connection')}>
        <p aria-live="polite">{phaseWords(status, time, now, words)}</p>
        <LedgerActions
          notebook={notebook}
          onExport={changes === null || many === 0 ? undefined : () => onExport(changes.map(({ noteId }) => noteId))}
        />
      </PageSection>
      <div ref={list} tabIndex={-1} className={styles.list}>
        {changes === null ? <Skeleton width="60%" /> : null}
        {many === 0 ? null : (
          <PageSection title={counted(many, '1 note', '{count} notes')}>
            <ul className={styles.changes}>
              {changes?.slice(0, shown).map((change) => (
                <ChangeRow
                  key={change.noteId}
                  change={change}
                  phase={status.phase}
                  time={time}
                  now={now}
                  onDiscard={setAsked}
                />
              ))}
            </ul>
            {many > shown ? <Button onClick={() => setShown(shown + atOnce)}>{t('Show more')}</Button> : null}
          </PageSection>
        )}
        {uploads.length === 0 ? null : (
          <FilesOnTheirWay uploads={uploads} onChoose={(key, file) => void choose(key, file)} />
        )}
        {changes !== null && many === 0 && uploads.length === 0 ? (
          <EmptyState icon={<CheckIcon size={26} />} title={t('Everything is sent')}>
            {t('AWS has every change that was made on this device.')}
          </EmptyState>
        ) : null}
      </div>
      {asked === null ? null : (
        <DiscardDialog change={asked} onClose={() => setAsked(null)} onDiscard={() => void discard(asked)} />
      )}
    </Page>
  );
};
