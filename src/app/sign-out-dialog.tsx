import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { useWaitingChanges } from '#src/screens/ledger/use-waiting-changes.ts';
import type { Notebook, Unsent } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './sign-out-dialog.module.css';
import { SignOutLosses } from './sign-out-losses.tsx';
import { filesSent, isAllSent, unsentOf, unsentWords } from './unsent.ts';

interface SignOutDialogProps {
  readonly notebook: Notebook;
  readonly onClose: () => void;
  readonly onSignOut: () => void;
  readonly onExport: (ids: readonly NoteId[]) => void;
}

/** Asks what to do with what has not been sent, since signing out deletes this device's copy. */
export const SignOutDialog = ({ notebook, onClose, onSignOut, onExport }: SignOutDialogProps) => {
  const words = useWords();
  const { t, told, counted } = words;
  const { failure, phase } = useObservable(notebook.sync);
  const uploads = useObservable(notebook.files.uploads);
  const changes = useWaitingChanges(notebook) ?? [];
  const [sending, setSending] = useState<{ readonly of: number } | 'no' | 'failed'>('no');
  /** What was not sent when a person chose to discard it. */
  const [discarded, setDiscarded] = useState<(Unsent & { readonly hasBegun: boolean }) | null>(null);
  const unsent = discarded ?? unsentOf(notebook);
  const left = unsent.notes + unsent.files;

  const leave = async () => {
    if (await isAllSent(notebook)) onSignOut();
  };
  const send = async () => {
    if (typeof sending === 'object') return;
    setSending({ of: left });
    // A file that arrives changes its note, which is then sent as well.
    await filesSent(notebook);
    await notebook.syncNow();
    if (await isAllSent(notebook)) onSignOut();
    else setSending('failed');
  };

  const hasBegun = uploads.some(({ sentBytes }) => sentBytes > 0);
  const discard = async () => {
    if (discarded !== null) return;
    setDiscarded({ ...unsent, hasBegun });
    // What cannot be taken away now, the bucket's own rule takes; nobody is kept from leaving for it.
    if (hasBegun) await notebook.files.abandon().catch(() => undefined);
    onSignOut();
  };

  const close = () => {
    // What has been given up does not come back.
    if (discarded === null) onClose();
  };

  const mustChoose = failure === null && uploads.some(({ state }) => state.kind === 'file needed');

  if (left === 0) {
    return (
      <Dialog
        title={t('Everything is sent')}
        wide
        onClose={onClose}
        actions={
          <>
            <Button onClick={onClose}>{t('Cancel')}</Button>
            <Button variant="primary" onClick={() => void leave()}>
              {t('Sign out')}
            </Button>
          </>
        }
      >
        <p>{t('Signing out deletes the copy on this device. AWS has all of it.')}</p>
      </Dialog>
    );
  }
  return (
    <Dialog
      title={t('Not sent yet: {what}', { what: unsentWords(unsent, words) })}
      wide
      onClose={close}
      actions={
        <>
          <Button aria-disabled={discarded !== null} onClick={close}>
            {t('Cancel')}
          </Button>
          <Button variant="warning" aria-disabled={discarded !== null} onClick={() => void discard()}>
            {discarded === null ? null : <Spinner />}
            {t('Sign out and discard')}
          </Button>
          {changes.length === 0 ? null : (
            <Button onClick={() => onExport(changes.map(({ noteId }) => noteId))}>{t('Export')}</Button>
          )}
          {/* It stays enabled while it sends, so that it keeps the focus. */}
          <Button variant="primary" aria-disabled={typeof sending === 'object'} onClick={() => void send()}>
            {typeof sending === 'object' ? <Spinner /> : null}
            {t('Send now')}
          </Button>
        </>
      }
    >
      <p>{t('Signing out deletes the copy on this device. This would be lost:')}</p>
      <SignOutLosses notebook={notebook} changes={changes} />
      {hasBegun && phase === 'offline' ? (
        <p>
          {t(
            'Without a network, what has been sent of files stays in your bucket until its rule for unfinished uploads removes it.',
          )}
        </p>
      ) : null}
      <p role="status">{discarded?.hasBegun !== true ? null : t('Taking away what has been sent of files…')}</p>
      {typeof sending === 'object' ? (
        <div className={styles.progress}>
          <p>{counted(left, 'Sending… 1 left', 'Sending… {count} left')}</p>
          <ProgressBar label={t('Sending')} value={1 - left / sending.of} />
        </div>
      ) : null}
      {sending === 'failed' ? (
        <p className={styles.failed} role="alert">
          {t('It could not be sent.')}{' '}
          {mustChoose ? (
            <>
              {t('Files that have to be chosen again wait for you:')}{' '}
              <Link to="/unsent" onClick={onClose}>
                {t('Choose them')}
              </Link>
            </>
          ) : failure === null ? (
            t('Try again in a moment.')
          ) : (
            told(failure)
          )}
        </p>
      ) : null}
    </Dialog>
  );
};
