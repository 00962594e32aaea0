import { Amplify, type ResourcesConfig } from 'aws-amplify';
import { type AuthTokens, signOut as amplifySignOut, fetchAuthSession } from 'aws-amplify/auth';
import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger, defaultStorage, sessionStorage } from 'aws-amplify/utils';

/** Amplify keeps its configuration, like its tokens, for the whole page. It stays silent: failures come back as values. */
export function configure(config: ResourcesConfig): void {
  ConsoleLogger.LOG_LEVEL = 'NONE';
  Amplify.configure(config);
}

/** Where the user pool's tokens are kept from now on: in localStorage, or in sessionStorage for as long as the tab is open. */
export const keepTokens = (keeps: boolean): void =>
  cognitoUserPoolsTokenProvider.setKeyValueStorage(keeps ? defaultStorage : sessionStorage);

/** The user pool's tokens, refreshed where they have run out or `refresh` is set; undefined where the session is over. */
export const readTokens = (refresh: boolean): Promise<AuthTokens | undefined> =>
  Amplify.getTokens({ forceRefresh: refresh });

/** The identity and its temporary credentials: from memory, or from the identity pool where they are old or the tokens are new. */
export const readIdentity = () => fetchAuthSession();

/** Drops credentials and identity, which Amplify otherwise keeps in memory for whoever signs in next in this page. */
export const clearCredentials = (): Promise<void> => Amplify.clearCredentials();

/** Revokes the session where the user pool can be reached, and removes the tokens in any case. Waits for the network. */
export const signOut = (): Promise<void> => amplifySignOut();
