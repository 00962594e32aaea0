import { Link, Navigate, useLocation } from 'react-router-dom';
import { useServices } from '#src/services.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';
import { KeepChoice } from './keep-choice.tsx';
import { LocalNotice } from './local-notice.tsx';
import { redirectTarget } from './redirect-target.ts';
import { SignInPhaseView } from './sign-in-phase-view.tsx';
import styles from './sign-in-screen.module.css';
import { useSignIn } from './use-sign-in.ts';

interface SignInScreenProps {
  /** Which tab is open first, where there is more than one. */
  readonly initial: 'sign in' | 'sign up';
}

/** `/login` and `/signup`: the Authenticator, and what comes before and after it. Loaded only when somebody signs in. */
export const SignInScreen = ({ initial }: SignInScreenProps) => {
  const { t } = useWords();
  const { connection, session } = useServices();
  const { search } = useLocation();
  const signIn = useSignIn();
  const mayJoin = connection.signUp === 'open';
  useDocumentTitle(initial === 'sign in' ? t('Sign in · Satchel') : t('Create account · Satchel'));
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
        {mayJoin || initial === 'sign in' ? null : (
          <Notice tone="info">
            {t('New accounts are by invitation here. Ask whoever runs this Satchel for one.')}
          </Notice>
        )}
        <SignInPhaseView signIn={signIn} initial={mayJoin ? initial : 'sign in'} mayJoin={mayJoin} />
        {signIn.phase.kind === 'asking' ? <KeepChoice session={session} /> : null}
      </div>
    </main>
  );
};
