import type { AmplifyLoader } from '#src/aws/amplify-loader.ts';

type Auth = Awaited<ReturnType<AmplifyLoader['auth']>>;
type Tokens = Awaited<ReturnType<Auth['readTokens']>>;

/** Tokens of a person, as far as anything here looks at them. */
export function tokensOf(sub: string): Tokens {
  const token = { payload: { sub, email: `${sub}@example.com` }, toString: () => `token of ${sub}` };
  return { accessToken: token, idToken: token };
}

/** Amplify whose pools are functions; what is not given fails. `log` has the calls in order. */
export function fakeAmplify(auth: Partial<Auth>) {
  const log: string[] = [];
  const missing = (name: string) => () => {
    throw new Error(`${name} is not expected here`);
  };
  const part: Auth = {
    configure: missing('configure'),
    readTokens: missing('readTokens'),
    readIdentity: missing('readIdentity'),
    signOut: missing('signOut'),
    clearCredentials: async () => {
      log.push('clear');
    },
    ...auth,
  };
  const loader: AmplifyLoader = {
    auth: async () => part,
    signIn: missing('the sign-in part'),
    api: missing('the API part'),
  };
  return { loader, log };
}

export const identityOf = (sub: string, identityId = `us-east-1:${sub}`) => ({
  userSub: sub,
  identityId,
  credentials: { accessKeyId: 'a', secretAccessKey: 's', sessionToken: 't' },
  tokens: { ...tokensOf(sub), accessToken: { payload: { sub } } },
});

/** An error with a name, as Amplify throws it. */
export const named = (name: string): Error => Object.assign(new Error(`${name} happened`), { name });
