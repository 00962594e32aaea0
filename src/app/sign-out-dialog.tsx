import { useState } from 'react';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { filesSent, unsentOf } from './unsent.ts';

interface SignOutDialogProps {
  readonly notebook: Notebook;
  readonly onClose: () => void;
  readonly onSignOut: () => void;
}

/** Asks what to do with what has not been sent, since signing out deletes this device's copy. */
export const SignOutDialog = ({ notebook, onClose, onSignOut }: SignOutDialogProps) => {
  const { failure } = useObservable(notebook.sync);
  useObservable(notebook.uploads);
  const [sending, setSending] = useState<'no' | 'now' | 'failed'>('no');
  const unsent = unsentOf(notebook);

  const send = async () => {
    setSending('now');
    // A file that arrives changes its note, which is then sent as well.
    await filesSent(notebook);
    await notebook.syncNow();
    if (unsentOf(notebook).length === 0) onSignOut();
    else setSending('failed');
  };

  return (
    <Dialog
      title={unsent.length === 0 ? 'Everything is sent' : `Not sent yet: ${unsent.join(' and ')}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant="warning" onClick={onSignOut}>
            Sign out anyway
          </Button>
          <Button variant="primary" disabled={sending === 'now'} onClick={() => void send()}>
            {sending === 'now' ? <Spinner /> : null}
            Send now
          </Button>
        </>
      }
    >
      <p>Signing out deletes the copy on this device. What has not been sent would be lost.</p>
      {sending === 'failed' ? (
        <p role="alert">It could not be sent. {failure?.message ?? 'Try again in a moment.'}</p>
      ) : null}
    </Dialog>
  );
};
