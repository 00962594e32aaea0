import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import { useEffect, useRef } from 'react';
import { isFocusLost } from '#src/ui/lost-focus.ts';
import { useWords } from '#src/words/use-words.ts';
import './authenticator.css';
import { ConfirmSignUpFooter, ResetPasswordFooter, SignInFooter } from './authenticator-footers.tsx';
import { ConfirmSignUpHeading, headings } from './authenticator-headings.tsx';
import styles from './authenticator-panel.module.css';
import { CodeByLocalMail } from './code-by-local-mail.tsx';
import { Refusal } from './refusal.tsx';
import { TotpSetup } from './totp-setup.tsx';
import type { AuthenticatorParts } from './use-sign-in.ts';

interface AuthenticatorPanelProps {
  readonly parts: AuthenticatorParts;
  readonly initial: 'sign in' | 'sign up';
  readonly onSignedIn: () => void;
  readonly mayJoin: boolean;
  /** Whose session was here before. */
  readonly email: string | undefined;
}

/** The Authenticator with our words beside its own, save for one step whose picture the Content-Security-Policy would keep out. */
export const AuthenticatorPanel = ({ parts, initial, onSignedIn, mayJoin, email }: AuthenticatorPanelProps) => {
  const { t } = useWords();
  const { route } = useAuthenticator((context) => [context.route]);
  const steps = useRef<HTMLDivElement>(null);
  const before = useRef<string | null>(null);
  useEffect(() => {
    if (withoutForm.has(route)) return;
    const isNext = before.current !== null && before.current !== route;
    before.current = route;
    // The button that led to this step is gone, and with it the focus.
    if (isNext && isFocusLost()) steps.current?.querySelector<HTMLElement>('form input, form button')?.focus();
  }, [route]);
  return (
    <div ref={steps} className={styles.steps}>
      <Refusal of={parts.refusal} />
      <CodeByLocalMail />
      {route === 'setupTotp' ? (
        <TotpSetup />
      ) : (
        <Authenticator
          initialState={initial === 'sign in' ? 'signIn' : 'signUp'}
          services={parts.calls}
          components={components}
          formFields={{
            ...(email === undefined ? {} : { signIn: { username: beginningWith(email) } }),
            confirmResetPassword: { confirmation_code: { label: t('Confirmation Code') } },
          }}
          hideSignUp={!mayJoin}
          loginMechanisms={['email']}
        >
          <SignedIn onSignedIn={onSignedIn} />
        </Authenticator>
      )}
    </div>
  );
};

/** The field takes more than the type of its options says. */
const beginningWith = (defaultValue: string): object => ({ defaultValue });

const withoutForm: ReadonlySet<string> = new Set(['idle', 'setup', 'transition', 'signOut', 'authenticated']);

const components = {
  ...headings,
  SignIn: { Footer: SignInFooter },
  ConfirmResetPassword: { ...headings.ConfirmResetPassword, Footer: ResetPasswordFooter },
  ConfirmSignUp: { Header: ConfirmSignUpHeading, Footer: ConfirmSignUpFooter },
};

/** Shown where the Authenticator finds somebody signed in, or has let them in by itself. */
const SignedIn = ({ onSignedIn }: Pick<AuthenticatorPanelProps, 'onSignedIn'>) => {
  useEffect(onSignedIn, [onSignedIn]);
  return null;
};
