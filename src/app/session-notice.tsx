import { useCallback, useEffect, useRef, useState } from 'react';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { onDemand } from '#src/ui/lazy-part.tsx';
import { focusMain, isFocusLost } from '#src/ui/lost-focus.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './session-notice.module.css';

// Signing in needs a network anyway.
const SignInAgain = onDemand(
  () => import('#src/screens/sign-in/sign-in-again.tsx'),
  (part) => part.SignInAgain,
);

/** Asks to sign in again where one is, while the session is over. */
export const SessionNotice = ({ notebook }: { readonly notebook: Notebook }) => {
  const { t } = useWords();
  const { phase } = useObservable(notebook.sync);
  const [signingIn, setSigningIn] = useState(false);
  const close = useCallback(() => {
    setSigningIn(false);
    // Also where another tab has signed in meanwhile, and nothing else would tell of it.
    void notebook.syncNow();
  }, [notebook]);
  const shown = phase === 'signed out' || signingIn;
  const wasShown = useRef(shown);
  useEffect(() => {
    // The button goes, and with it the focus.
    if (wasShown.current && !shown && isFocusLost()) focusMain();
    wasShown.current = shown;
  }, [shown]);
  if (!shown) return null;
  return (
    <div className={styles.notice}>
      <Notice
        tone="warning"
        title={t('Your session is over')}
        actions={
          <Button variant="primary" size="small" onClick={() => setSigningIn(true)}>
            {t('Sign in again')}
          </Button>
        }
      >
        {t('What you write is safe on this device, and is sent once you are signed in.')}
      </Notice>
      {signingIn ? <SignInAgain onClose={close} /> : null}
    </div>
  );
};
