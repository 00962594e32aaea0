import { Amplify } from 'aws-amplify';
import { fetchAuthSession, signIn } from 'aws-amplify/auth';
import { cognitoCredentialsProvider, cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
import { ConsoleLogger } from 'aws-amplify/utils';
import { account } from '../../local-aws/settings.ts';

/**
 * Signs a person in as a browser would, without one: Amplify's own code, here, in two answers of the embedded AWS. Gives all that stands in
 * the page's localStorage afterwards, Amplify's tokens and the app's record of the person (src/aws/user-record.ts).
 */
export async function storedSession(
  origin: string,
  person: { readonly email: string; readonly password: string },
): Promise<ReadonlyMap<string, string>> {
  const stored = new Map<string, string>();
  // It warns of every user pool that is not on AWS.
  ConsoleLogger.LOG_LEVEL = 'ERROR';
  const { userPoolId, userPoolClientId, identityPoolId } = account;
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        identityPoolId,
        userPoolEndpoint: `${origin}/user-pool`,
        identityPoolEndpoint: `${origin}/identity-pool`,
      },
    },
  });
  cognitoUserPoolsTokenProvider.setKeyValueStorage({
    setItem: async (key, value) => void stored.set(key, value),
    getItem: async (key) => stored.get(key) ?? null,
    removeItem: async (key) => void stored.delete(key),
    clear: async () => stored.clear(),
  });
  // Of the person before.
  await cognitoCredentialsProvider.clearCredentialsAndIdentityId();
  await signIn({ username: person.email, password: person.password });
  const { userSub: sub, identityId } = await fetchAuthSession();
  if (sub === undefined || identityId === undefined) throw new Error(`${person.email} was not let in.`);
  stored.set(`satchel.user.${userPoolId}.${identityPoolId}`, JSON.stringify({ sub, identityId, email: person.email }));
  return stored;
}
