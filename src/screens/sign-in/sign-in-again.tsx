import { useEffect, useState } from 'react';
import { useServices } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useWords } from '#src/words/use-words.ts';
import { SignInPhaseView } from './sign-in-phase-view.tsx';
import { useSignIn } from './use-sign-in.ts';

/** Signing in where one is, over the note that is open: nothing of it goes. */
export const SignInAgain = ({ onClose }: { readonly onClose: () => void }) => {
  const { t } = useWords();
  const { session } = useServices();
  const [email] = useState(() => session.user()?.email);
  const signIn = useSignIn();
  const isDone = signIn.phase.kind === 'signed in';
  useEffect(() => {
    if (isDone) onClose();
  }, [isDone, onClose]);
  return (
    <Dialog title={t('Sign in again')} onClose={onClose} actions={<Button onClick={onClose}>{t('Not now')}</Button>}>
      <p>{t('Your session is over. Your notes are safe on this device, and are sent once you are signed in.')}</p>
      <SignInPhaseView signIn={signIn} initial="sign in" mayJoin={false} {...(email === undefined ? {} : { email })} />
    </Dialog>
  );
};
