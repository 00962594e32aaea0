import { useEffect } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { SignInPhaseView } from './sign-in-phase-view.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Signing in where one is, over the note that is open: nothing of it goes. */
export const SignInAgain = ({ onClose }: { readonly onClose: () => void }) => {
  const signIn = useSignIn();
  const isDone = signIn.phase.kind === 'signed in';
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Dialog title="Sign in again" onClose={onClose} actions={<Button onClick={onClose}>Not now</Button>}>
      <p>Your session is over. Your notes are safe on this device, and are sent once you are signed in.</p>
      <SignInPhaseView signIn={signIn} initial="sign in" mayJoin={false} />
    </Dialog>
  );
};
