import { Amplify } from 'aws-amplify';
import { confirmSignIn, type SignInOutput, signIn } from 'aws-amplify/auth';
import { I18n } from 'aws-amplify/utils';
import { keepTokens } from './amplify-auth.ts';
import type { Backend } from './diagnosis.ts';
import type { AuthenticatorParts, AuthenticatorWords } from './session.ts';
import { signInRefusal, unknownStep } from './sign-in-refusals.ts';

/**
 * Signing in for the Authenticator. It differs from Amplify's own in three things:
 * - Where nothing is left to be asked, `onSignedIn` takes over at once. The Authenticator would first ask the pool for the person's
 *   attributes, to offer the verification of an address for account recovery; the token already says whether that is needed.
 * - Whatever may store somebody's tokens does so while no tab sends anything, and where this person wants them to be.
 * - A step that the Authenticator has no form for becomes an error, instead of the empty sign-in form again.
 */
export function authenticatorParts(parts: {
  readonly onSignedIn: () => void;
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  readonly keeps: () => boolean;
  readonly backend: Backend;
}): AuthenticatorParts {
  const { onSignedIn, alone, keeps, backend } = parts;
  return {
    calls: {
      handleSignIn: async (...args) => {
        keepTokens(keeps());
        return goOn(await alone(() => signIn(lastOf(args))), onSignedIn);
      },
      handleConfirmSignIn: async (...args) => goOn(await alone(() => confirmSignIn(lastOf(args))), onSignedIn),
    },
    refusal: (message) => signInRefusal(message, backend),
  };
}

/** What the Authenticator says from now on; null: its own English. */
export function speak(words: AuthenticatorWords | null): void {
  if (words !== null) I18n.putVocabularies({ [words.language]: words.words });
  I18n.setLanguage(words?.language ?? 'en');
}

const lastOf = <Input>(args: readonly [unknown, Input] | readonly [Input]): Input =>
  args.length === 2 ? args[1] : args[0];

async function goOn(output: SignInOutput, onSignedIn: () => void): Promise<SignInOutput> {
  const step = output.nextStep.signInStep;
  if (!withForm.has(step)) {
    throw new Error(unknownStep + step);
  }
  if (step !== 'DONE' || !(await canRecover())) return output;
  onSignedIn();
  return new Promise(() => {});
}

/** Whether the pool could send this person a code for a forgotten password. */
async function canRecover(): Promise<boolean> {
  const claims = (await Amplify.getTokens({}))?.idToken?.payload;
  return claims?.email_verified === true || claims?.phone_number_verified === true;
}

const withForm: ReadonlySet<SignInOutput['nextStep']['signInStep']> = new Set([
  'DONE',
  'CONFIRM_SIGN_UP',
  'RESET_PASSWORD',
  'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED',
  'CONFIRM_SIGN_IN_WITH_TOTP_CODE',
  'CONFIRM_SIGN_IN_WITH_SMS_CODE',
  'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
  'CONTINUE_SIGN_IN_WITH_TOTP_SETUP',
  'CONTINUE_SIGN_IN_WITH_EMAIL_SETUP',
  'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
  'CONTINUE_SIGN_IN_WITH_MFA_SETUP_SELECTION',
]);
