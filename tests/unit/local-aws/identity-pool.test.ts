import {
  GetCredentialsForIdentityCommand,
  GetIdCommand,
  GetOpenIdTokenCommand,
} from '@aws-sdk/client-cognito-identity';
import { fetchAuthSession, signOut } from 'aws-amplify/auth';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { account } from '../../../local-aws/settings.ts';
import {
  ada,
  bob,
  ClientId,
  HOUR,
  identityPoolHost,
  type Lab,
  openLab,
  post,
  signInQuickly,
  signUpAndConfirm,
} from './user-pool-lab.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
beforeEach(async () => {
  await lab.reset();
  await signUpAndConfirm(lab, ada);
  await signInQuickly(ada);
});
afterAll(() => lab.close());

const provider = `cognito-idp.us-east-1.amazonaws.com/${account.userPoolId}`;
const IdentityPoolId = account.identityPoolId;
const idToken = async () => String((await fetchAuthSession()).tokens?.idToken);
const getId = (Logins?: Record<string, string>, pool: string = IdentityPoolId) =>
  lab.identityPoolSdk.send(new GetIdCommand({ IdentityPoolId: pool, Logins }));
const getCredentials = (IdentityId: string, Logins?: Record<string, string>) =>
  lab.identityPoolSdk.send(new GetCredentialsForIdentityCommand({ IdentityId, Logins }));
const refused = (message: string | RegExp) => ({
  name: 'NotAuthorizedException',
  message: typeof message === 'string' ? message : expect.stringMatching(message),
});
async function becomeBob() {
  await signOut();
  await signUpAndConfirm(lab, bob);
  await signInQuickly(bob);
}

describe('an identity', () => {
  it('is the same for a user each time, after signing out and in, and after a restart', async () => {
    const first = (await fetchAuthSession()).identityId;
    expect(first).toMatch(/^us-east-1:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    await signOut();
    await lab.restart();
    await signInQuickly(ada);
    expect((await fetchAuthSession()).identityId).toBe(first);
    expect((await getId({ [provider]: await idToken() })).IdentityId).toBe(first);
    expect(lab.identityPool().identityOf(lab.userPool().users()[0]?.sub ?? '')).toBe(first);
  });

  it('is another one for another user', async () => {
    const { identityId } = await fetchAuthSession();
    await becomeBob();
    expect((await fetchAuthSession()).identityId).not.toBe(identityId);
  });

  it('is not to be had by guests', async () => {
    const guests = refused('Unauthenticated access is not supported for this identity pool.');
    await expect(getId()).rejects.toMatchObject(guests);
    await expect(getId({})).rejects.toMatchObject(guests);
    const { identityId = '' } = await fetchAuthSession();
    await expect(getCredentials(identityId)).rejects.toMatchObject(refused(/^Access to Identity .* is forbidden\.$/));
  });

  it('is not to be had from other providers or pools', async () => {
    const token = await idToken();
    await expect(getId({ 'cognito-idp.us-east-1.amazonaws.com/us-east-1_Another': token })).rejects.toMatchObject(
      refused('Token is not from a supported provider of this identity pool.'),
    );
    await expect(getId({ [`https://${provider}`]: token })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(getId({ [provider]: token, 'accounts.google.com': token })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    const another = IdentityPoolId.replace(/1$/, '2');
    await expect(getId({ [provider]: token }, another)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
  });
});

describe('the token that an identity is asked for with', () => {
  it('must not have expired', async () => {
    const token = await idToken();
    const { identityId = '' } = await fetchAuthSession();
    lab.pass(HOUR);
    await expect(getId({ [provider]: token })).rejects.toMatchObject(refused(/^Invalid login token\. Token expired: /));
    await expect(getCredentials(identityId, { [provider]: token })).rejects.toMatchObject(refused(/Token expired/));
  });

  it('must not be an access token or no token at all', async () => {
    const accessToken = String((await fetchAuthSession()).tokens?.accessToken);
    await expect(getId({ [provider]: accessToken })).rejects.toMatchObject(refused(/^Invalid login token\./));
    await expect(getId({ [provider]: 'nothing' })).rejects.toMatchObject(
      refused('Invalid login token. Not a valid OpenId Connect identity token.'),
    );
  });

  it('must be signed by the user pool', async () => {
    const { payload } = (await fetchAuthSession()).tokens?.idToken ?? {};
    const { privateKey } = await generateKeyPair('RS256');
    const forged = await new SignJWT({ ...payload }).setProtectedHeader({ alg: 'RS256' }).sign(privateKey);
    await expect(getId({ [provider]: forged })).rejects.toMatchObject(
      refused("Invalid login token. Couldn't verify signed token."),
    );
    const secret = new TextEncoder().encode('a shared secret that is long enough');
    const unlike = await new SignJWT({ ...payload }).setProtectedHeader({ alg: 'HS256' }).sign(secret);
    await expect(getId({ [provider]: unlike })).rejects.toMatchObject(refused(/^Invalid login token\./));
  });

  it.each([
    { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Another' },
    { aud: 'another-client' },
    { token_use: 'access' },
  ])('must be an id token of this pool for this client (%o)', async (claim) => {
    const sub = lab.userPool().users()[0]?.sub ?? '';
    const good = { iss: `https://${provider}`, aud: ClientId, token_use: 'id', sub, exp: Date.now() / 1000 + 60 };
    await expect(getId({ [provider]: await lab.sign({ ...good, ...claim }) })).rejects.toMatchObject(
      refused(/^Invalid login token\./),
    );
    expect(await getId({ [provider]: await lab.sign(good) })).toHaveProperty('IdentityId');
  });
});

describe('credentials', () => {
  it('are given to Amplify for an hour, and known by their key', async () => {
    const { credentials, identityId } = await fetchAuthSession();
    expect(credentials).toEqual({
      accessKeyId: expect.stringMatching(/^ASIA[A-Z2-7]{16}$/),
      secretAccessKey: expect.stringMatching(/^.{40}$/),
      sessionToken: expect.any(String),
      expiration: new Date(Date.now() + HOUR),
    });
    const { accessKeyId = '', secretAccessKey, sessionToken } = credentials ?? {};
    expect(lab.identityPool().credentials(accessKeyId)).toEqual({
      accessKeyId,
      secretAccessKey,
      sessionToken,
      expiresAt: Date.now() + HOUR,
      identityId,
    });
    expect(lab.identityPool().credentials('ASIANOBODYS')).toBeUndefined();
  });

  it('are new ones each time, and the old ones stay good', async () => {
    const first = (await fetchAuthSession()).credentials?.accessKeyId ?? '';
    const second = (await fetchAuthSession({ forceRefresh: true })).credentials?.accessKeyId ?? '';
    expect(second).not.toBe(first);
    expect(lab.identityPool().credentials(first)?.expiresAt).toBe(Date.now() + HOUR);
  });

  it('are refused for the identity of another user', async () => {
    const { identityId = '' } = await fetchAuthSession();
    await becomeBob();
    await expect(getCredentials(identityId, { [provider]: await idToken() })).rejects.toMatchObject(
      refused("Logins don't match. Please include at least one valid login for this identity or identity pool."),
    );
  });

  it('are refused for an identity that is not there', async () => {
    const logins = { [provider]: await idToken() };
    await expect(getCredentials(IdentityPoolId, logins)).rejects.toMatchObject({ name: 'ResourceNotFoundException' });
    await expect(getCredentials('nonsense', logins)).rejects.toMatchObject({ name: 'ValidationException' });
  });

  it('can be made to expire, and are remembered as expired', async () => {
    const { accessKeyId = '' } = (await fetchAuthSession()).credentials ?? {};
    await lab.identityPool().expireCredentials();
    await lab.restart();
    expect(lab.identityPool().credentials(accessKeyId)?.expiresAt).toBe(Date.now());
  });

  it('are forgotten a day after they expired', async () => {
    const { accessKeyId = '' } = (await fetchAuthSession()).credentials ?? {};
    lab.pass(25 * HOUR);
    await fetchAuthSession({ forceRefresh: true });
    expect(lab.identityPool().credentials(accessKeyId)).toBeUndefined();
  });

  it('and identities are gone after a reset', async () => {
    const { accessKeyId = '' } = (await fetchAuthSession()).credentials ?? {};
    const sub = lab.userPool().users()[0]?.sub ?? '';
    await lab.identityPool().reset();
    await lab.restart();
    expect(lab.identityPool().credentials(accessKeyId)).toBeUndefined();
    expect(lab.identityPool().identityOf(sub)).toBeUndefined();
  });
});

describe('the wire format of the identity pool', () => {
  it('answers GetId and GetCredentialsForIdentity, and nothing else', async () => {
    const open = lab.identityPoolSdk.send(new GetOpenIdTokenCommand({ IdentityId: IdentityPoolId }));
    await expect(open).rejects.toMatchObject({ name: 'UnknownOperationException' });
    const other = await post(identityPoolHost, 'AWSCognitoIdentityProviderService.GetId', {});
    expect(other.body).toMatchObject({ __type: 'UnknownOperationException' });
  });

  it('is asked twice by Amplify on the way from a sign-in to credentials', async () => {
    await signOut();
    lab.sent.length = 0;
    await signInQuickly(ada);
    await fetchAuthSession();
    expect(lab.sent.map(({ action }) => action)).toEqual(['InitiateAuth', 'GetId', 'GetCredentialsForIdentity']);
  });
});
