import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './authenticator-footers.module.css';

/** "Forgot your password?", and the way back for those who closed the page before they had their code. */
export const SignInFooter = () => {
  const { t } = useWords();
  return (
    <>
      <Authenticator.SignIn.Footer />
      <p className={styles.hint}>
        {t(
          'Signed up, but never entered the code? Sign in with that email and password, and a new code is sent to you.',
        )}
      </p>
    </>
  );
};

export const ConfirmSignUpFooter = () => {
  const { t } = useWords();
  const { toSignIn } = useAuthenticator((context) => [context.route]);
  return (
    <div className={styles.footer}>
      <p className={styles.hint}>
        {t(
          'You may close this page meanwhile. Signing in with the same email and password brings you back here, with a new code.',
        )}
      </p>
      <Button variant="quiet" size="small" onClick={toSignIn}>
        {t('Back to Sign In')}
      </Button>
    </div>
  );
};

export const ResetPasswordFooter = () => {
  const { t } = useWords();
  const { toSignIn, username } = useAuthenticator((context) => [context.username]);
  return (
    <div className={styles.footer}>
      <p className={styles.hint}>
        {t('A code was sent to {address}. With it you choose a new password, and sign in with that.', {
          address: username,
        })}
      </p>
      <Button variant="quiet" size="small" onClick={toSignIn}>
        {t('Back to Sign In')}
      </Button>
    </div>
  );
};
