import { useAuthenticator } from '@aws-amplify/ui-react';
import { LocalInboxNotice } from './local-inbox-notice.tsx';

/** On a screen that asks for a code, in local mode: the mail that the code is in. */
export const CodeByLocalMail = () => {
  const { route, username } = useAuthenticator((context) => [context.route, context.username]);
  if (!codeRoutes.has(route)) return null;
  return <LocalInboxNotice to={username} />;
};

const codeRoutes: ReadonlySet<string> = new Set([
  'confirmSignUp',
  'confirmSignIn',
  'confirmResetPassword',
  'confirmVerifyUser',
]);
