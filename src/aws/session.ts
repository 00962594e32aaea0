import type { AmplifyContext } from 'aws-amplify';
import type { ConfirmSignInInput, ConfirmSignInOutput, SignInInput, SignInOutput } from 'aws-amplify/auth';
import type { Result } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Told } from './diagnosis.ts';

/** Our own record of who last signed in here, kept on the device so that notes show before any AWS library has loaded. */
export interface SignedInUser {
  /** The user pool's `sub`. */
  readonly sub: string;
  /** The federated identity id: the S3 prefix and the notes' user id. */
  readonly identityId: string;
  /** What they sign in with, to be shown. */
  readonly email: string;
}

/** One person's session in this browser. */
export interface Session {
  /** The last signed-in user, read from the device, without loading or asking AWS. The same object until it changes. */
  user(): SignedInUser | null;
  /** Called whenever `user()` changes or the same person has signed in again, in this tab or in another. Returns the way to stop listening. */
  subscribe(listener: () => void): () => void;
  /**
   * Loads and configures the AWS library, so that the Authenticator can run, and gives what that needs of ours.
   * `onSignedIn` is called when somebody has, in place of the Authenticator's last steps. `words`: what the Authenticator says; its own
   * English where left out.
   */
  prepareSignIn(onSignedIn: () => void, words?: AuthenticatorWords): Promise<Result<AuthenticatorParts, AwsFailure>>;
  /** After the Authenticator is done: gets the identity and credentials, and records the user on the device. */
  completeSignIn(): Promise<Result<SignedInUser, AwsFailure>>;
  /**
   * Whether AWS would take our requests as `user` now: one session fetch at a time, credentials refreshed where they have run out
   * (or always, with `refresh: true`). `signed-out` where the session is over or another person's.
   */
  check(user: SignedInUser, options?: { readonly refresh?: boolean }): Promise<Result<void, AwsFailure>>;
  /** Does `work`, which sends something, while nobody signs in or out in any tab of this browser. */
  during<T>(work: () => Promise<T>): Promise<T>;
  /** Whether notes and tokens are kept on this computer, or go with this tab ("Don't keep notes on this computer"). */
  keeps(): boolean;
  /** Chooses that for the next sign-in in this tab; only while nobody is signed in. */
  keep(keeps: boolean): void;
  /** Ends the session, here and (where it can be reached) at the user pool, and forgets the user, tokens and credentials. */
  signOut(): Promise<void>;
}

/** What the Authenticator needs of ours. */
export interface AuthenticatorParts {
  /** What it is to call to sign in. */
  readonly calls: AuthenticatorCalls;
  /** What to say in place of an error's own message. */
  refusal(message: string): SignInRefusal;
}

/** A refused step of signing in. */
export interface SignInRefusal extends Told {
  /** Whether the connection check can say more. */
  readonly isSetUp: boolean;
  /** In AWS's own words, where ours are not enough. */
  readonly details: string;
}

/** The Authenticator's words in another language, by its own English ones. */
export interface AuthenticatorWords {
  /** ISO 639-1 */
  readonly language: string;
  readonly words: Readonly<Record<string, string>>;
}

/** What the Authenticator calls in place of Amplify's own functions (its `services`). */
export interface AuthenticatorCalls {
  readonly handleSignIn: AmplifyCall<SignInInput, SignInOutput>;
  readonly handleConfirmSignIn: AmplifyCall<ConfirmSignInInput, ConfirmSignInOutput>;
}

/** The form of Amplify's own functions: with or without a context before the input. */
export type AmplifyCall<Input, Output> = (...args: [AmplifyContext, Input] | [Input]) => Promise<Output>;
