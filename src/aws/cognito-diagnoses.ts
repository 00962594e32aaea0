import type { Backend, Diagnosis } from './diagnosis.ts';

const sentences = {
  noProvider: { message: 'The identity pool does not trust the user pool.' },
  wrongAudience: { message: 'The identity pool trusts the user pool, but with another app client.' },
  noRole: { message: 'The identity pool has no role that signed-in people can take.' },
} as const;

const clients = ({ userPoolId }: Backend) => `Cognito → User pools → ${userPoolId} → App clients`;
const access = ({ identityPoolId }: Backend) => `Cognito → Identity pools → ${identityPoolId} → User access`;

export const noSuchUserPool = ({ userPoolId, region }: Backend): Diagnosis => ({
  message: 'There is no user pool {userPoolId} in {region}.',
  values: { userPoolId, region },
  change: { message: 'Set VITE_USER_POOL_ID to the id of your user pool, and VITE_REGION to its region.' },
  where: 'Cognito → User pools → Overview → User pool ID',
});

const noSuchClient = (backend: Backend): Diagnosis => ({
  message: 'There is no app client {client} in {region}.',
  values: { client: backend.userPoolClientId, region: backend.region },
  change: { message: 'Set VITE_USER_POOL_CLIENT_ID to the client id of an app client of this user pool.' },
  where: clients(backend),
});

const clientWithSecret = (backend: Backend): Diagnosis => ({
  message: 'The app client has a secret, and an app in a browser can keep none.',
  change: {
    message:
      'A secret cannot be taken from a client: make a new one of the kind “Single-page application”, and set VITE_USER_POOL_CLIENT_ID to its id.',
  },
  where: clients(backend),
});

const flowNotAllowed = (backend: Backend): Diagnosis => ({
  message: 'The app client does not allow signing in with a password by SRP.',
  change: { message: 'Allow ALLOW_USER_SRP_AUTH and ALLOW_REFRESH_TOKEN_AUTH among its authentication flows.' },
  where: `${clients(backend)} → ${backend.userPoolClientId} → Edit → Authentication flows`,
});

/** What the command line can say where a password is not taken: Cognito answers alike where the client is of another pool. */
export const signInRefused = (backend: Backend): Diagnosis => ({
  message: 'The user pool does not take this e-mail address and password.',
  change: {
    message:
      'Type both again. Where they are right, the app client is one of another user pool: VITE_USER_POOL_CLIENT_ID must be among the clients of {userPoolId}.',
    values: { userPoolId: backend.userPoolId },
  },
  where: clients(backend),
});

export const unconfirmed: Diagnosis = {
  message: 'The e-mail address of this account has not been confirmed.',
  change: { message: 'Sign in to the app with it: it asks for the code that was sent there.' },
  where: null,
};

export const furtherStep: Diagnosis = {
  message: 'The user pool asks for a further step, which this command cannot do.',
  change: { message: 'Sign in to the app, and open its page /help.' },
  where: null,
};

/** `issuer`: the pool that the tokens are of. */
export const clientOfAnotherPool = (backend: Backend, issuer: string): Diagnosis => ({
  message: 'The app client belongs to another user pool: {issuer} gives out its tokens, not {userPoolId}.',
  values: { issuer, userPoolId: backend.userPoolId },
  change: {
    message:
      'Set VITE_USER_POOL_ID and VITE_USER_POOL_CLIENT_ID to the ids of one pool and one of its clients. Then sign out and in again.',
  },
  where: clients(backend),
});

const noSuchIdentityPool = ({ identityPoolId, region }: Backend): Diagnosis => ({
  message: 'There is no identity pool {identityPoolId} in {region}.',
  values: { identityPoolId, region },
  change: { message: 'Set VITE_IDENTITY_POOL_ID to the id of your identity pool.' },
  where: 'Cognito → Identity pools → Overview → Identity pool ID',
});

const untrusted =
  (finding: 'noProvider' | 'wrongAudience') =>
  (backend: Backend): Diagnosis => ({
    message: sentences[finding].message,
    change: {
      message: 'Add the user pool {userPoolId} with the app client {client} as an identity provider.',
      values: { userPoolId: backend.userPoolId, client: backend.userPoolClientId },
    },
    where: `${access(backend)} → Add identity provider`,
  });

const noRole = (backend: Backend): Diagnosis => ({
  message: sentences.noRole.message,
  change: {
    message: 'Choose an authenticated role, and have its trust policy name this identity pool as the audience.',
  },
  where: `${access(backend)} → Authenticated access, and IAM → Roles → Trust relationships`,
  statement: JSON.stringify(
    {
      Effect: 'Allow',
      Principal: { Federated: 'cognito-identity.amazonaws.com' },
      Action: 'sts:AssumeRoleWithWebIdentity',
      Condition: {
        StringEquals: { 'cognito-identity.amazonaws.com:aud': backend.identityPoolId },
        'ForAnyValue:StringLike': { 'cognito-identity.amazonaws.com:amr': 'authenticated' },
      },
    },
    null,
    2,
  ),
});

const diagnoses = {
  noProvider: untrusted('noProvider'),
  wrongAudience: untrusted('wrongAudience'),
  noRole,
} as const;

function findingIn(name: string, message: string): keyof typeof diagnoses | null {
  if (/not from a supported provider|valid public provider/i.test(message)) return 'noProvider';
  if (/audience/i.test(message)) return 'wrongAudience';
  return name === 'InvalidIdentityPoolConfigurationException' || /is forbidden/i.test(message) ? 'noRole' : null;
}

/** The sentence for what the identity pool's refusal shows to be set up wrong; null: nothing that is known. */
export function identityPoolFinding(name: string, message: string): string | null {
  const finding = findingIn(name, message);
  return finding === null ? null : sentences[finding].message;
}

/** The same with what to change. */
export function identityPoolDiagnosis(name: string, message: string, backend: Backend): Diagnosis | null {
  if (name === 'ResourceNotFoundException') return noSuchIdentityPool(backend);
  const finding = findingIn(name, message);
  return finding === null ? null : diagnoses[finding](backend);
}

/** What the answer to the first step of signing in shows; null: all is well with the client. */
export function clientDiagnosis(name: string, message: string, backend: Backend): Diagnosis | null {
  if (name === 'ResourceNotFoundException') return noSuchClient(backend);
  if (/secret/i.test(message)) return clientWithSecret(backend);
  return name === 'InvalidParameterException' && /not enabled|not supported/i.test(message)
    ? flowNotAllowed(backend)
    : null;
}
