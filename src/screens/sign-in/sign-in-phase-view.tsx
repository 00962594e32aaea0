import { Authenticator } from '@aws-amplify/ui-react';
import { Link } from 'react-router-dom';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import { AuthenticatorPanel } from './authenticator-panel.tsx';
import styles from './sign-in-phase-view.module.css';
import type { SignIn } from './use-sign-in.ts';

interface SignInPhaseViewProps {
  readonly signIn: SignIn;
  /** Which tab is open first. */
  readonly initial: 'sign in' | 'sign up';
  /** Whether somebody without an account may make one here. */
  readonly mayJoin?: boolean;
  /** Whose session was here before. */
  readonly email?: string;
}

/** The Authenticator, or what comes before and after it. */
export const SignInPhaseView = ({ signIn, initial, mayJoin = true, email }: SignInPhaseViewProps) => {
  const { t, told } = useWords();
  const { phase, complete } = signIn;
  if (phase.kind === 'asking') {
    return (
      <Authenticator.Provider key={initial}>
        <AuthenticatorPanel
          parts={phase.parts}
          initial={initial}
          onSignedIn={complete}
          mayJoin={mayJoin}
          email={email}
        />
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
              {t('Try again')}
            </Button>
            {phase.at === 'completing' ? (
              <Button onClick={signIn.useAnotherAccount}>{t('Use another account')}</Button>
            ) : null}
          </>
        }
      >
        {told(phase.failure)} <Link to="/help">{t('Check the connection')}</Link>
      </Notice>
    );
  }
  return (
    <p className={styles.waiting} role="status">
      <Spinner /> {phase.kind === 'completing' ? t('Getting your notes ready…') : t('One moment…')}
    </p>
  );
};
