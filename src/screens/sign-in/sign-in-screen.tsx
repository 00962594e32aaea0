import { Authenticator } from '@aws-amplify/ui-react';
import { Link, Navigate, useLocation } from 'react-router-dom';
import { useServices } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { AuthenticatorPanel } from './authenticator-panel.tsx';
import { LocalNotice } from './local-notice.tsx';
import { redirectTarget } from './redirect-target.ts';
import styles from './sign-in-screen.module.css';
import { type SignIn, useSignIn } from './use-sign-in.ts';

interface SignInScreenProps {
  /** Which tab is open first. */
  readonly initial: 'sign in' | 'sign up';
}

/** `/login` and `/signup`: the Authenticator, and what comes before and after it. Loaded only when somebody signs in. */
export const SignInScreen = ({ initial }: SignInScreenProps) => {
  const { connection } = useServices();
  const { search } = useLocation();
  const signIn = useSignIn();
  useDocumentTitle(initial === 'sign in' ? 'Sign in · Satchel' : 'Create account · Satchel');
  if (signIn.phase.kind === 'signed in') return <Navigate to={redirectTarget(search)} replace />;
  return (
    <main id="main" tabIndex={-1} className={styles.screen}>
      <h1 className={styles.brand}>
        <Link to="/">
          <img src="/icon.svg" alt="" width="36" height="36" />
          Satchel
        </Link>
      </h1>
      {connection.kind === 'local' ? <LocalNotice /> : null}
      <div className={styles.card}>
        <Phase signIn={signIn} initial={initial} />
      </div>
    </main>
  );
};

const Phase = ({ signIn, initial }: SignInScreenProps & { readonly signIn: SignIn }) => {
  const { phase, complete } = signIn;
  if (phase.kind === 'asking') {
    return (
      <Authenticator.Provider key={initial}>
        <AuthenticatorPanel calls={phase.calls} initial={initial} onSignedIn={complete} />
      </Authenticator.Provider>
    );
  }
  if (phase.kind === 'failed') {
    return (
      <Notice
        tone="danger"
        details={phase.failure.details}
        actions={
          <>
            <Button variant="primary" onClick={signIn.tryAgain}>
              Try again
            </Button>
            {phase.at === 'completing' ? <Button onClick={signIn.useAnotherAccount}>Use another account</Button> : null}
          </>
        }
      >
        {phase.failure.message}
      </Notice>
    );
  }
  return (
    <p className={styles.waiting} role="status">
      <Spinner /> {phase.kind === 'completing' ? 'Getting your notes ready…' : 'One moment…'}
    </p>
  );
};
