import { Authenticator, useAuthenticator } from '@aws-amplify/ui-react';
import { type ComponentProps, useEffect } from 'react';
import './authenticator.css';
import { ConfirmSignUpFooter, SignInFooter } from './authenticator-footers.tsx';
import { ConfirmSignUpHeading, headings } from './authenticator-headings.tsx';
import { CodeByLocalMail } from './code-by-local-mail.tsx';
import { TotpSetup } from './totp-setup.tsx';

interface AuthenticatorPanelProps {
  readonly calls: NonNullable<ComponentProps<typeof Authenticator>['services']>;
  readonly initial: 'sign in' | 'sign up';
  readonly onSignedIn: () => void;
}

/** The Authenticator with our words beside its own, save for one step whose picture the Content-Security-Policy would keep out. */
export const AuthenticatorPanel = ({ calls, initial, onSignedIn }: AuthenticatorPanelProps) => {
  const { route } = useAuthenticator((context) => [context.route]);
  return (
    <>
      <CodeByLocalMail />
      {route === 'setupTotp' ? (
        <TotpSetup />
      ) : (
        <Authenticator
          initialState={initial === 'sign in' ? 'signIn' : 'signUp'}
          services={calls}
          components={components}
          loginMechanisms={['email']}
        >
          <SignedIn onSignedIn={onSignedIn} />
        </Authenticator>
      )}
    </>
  );
};

const components = {
  ...headings,
  SignIn: { Footer: SignInFooter },
  ConfirmSignUp: { Header: ConfirmSignUpHeading, Footer: ConfirmSignUpFooter },
};

/** Shown where the Authenticator finds somebody signed in, or has let them in by itself. */
const SignedIn = ({ onSignedIn }: Pick<AuthenticatorPanelProps, 'onSignedIn'>) => {
  useEffect(onSignedIn, [onSignedIn]);
  return null;
};
