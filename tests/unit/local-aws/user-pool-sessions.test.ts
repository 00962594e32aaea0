import {
  GetTokensFromRefreshTokenCommand,
  GetUserCommand,
  GlobalSignOutCommand,
  InitiateAuthCommand,
  RevokeTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { fetchAuthSession, fetchUserAttributes, getCurrentUser, signOut } from 'aws-amplify/auth';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ada, ClientId, HOUR, type Lab, openLab, signInQuickly, signUpAndConfirm } from './user-pool-lab.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
beforeEach(async () => {
  await lab.reset();
  await signUpAndConfirm(lab, ada);
});
afterAll(() => lab.close());

async function open() {
  const { AuthenticationResult } = await lab.userPoolSdk.send(
    new InitiateAuthCommand({
      ClientId,
      AuthFlow: 'USER_AUTH',
      AuthParameters: { USERNAME: ada.username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD: ada.password },
    }),
  );
  const { AccessToken = '', IdToken = '', RefreshToken = '' } = AuthenticationResult ?? {};
  return { AccessToken, IdToken, RefreshToken };
}
const refresh = (RefreshToken: string) =>
  lab.userPoolSdk.send(new GetTokensFromRefreshTokenCommand({ ClientId, RefreshToken }));
const refreshOldStyle = (REFRESH_TOKEN: string) =>
  lab.userPoolSdk.send(
    new InitiateAuthCommand({ ClientId, AuthFlow: 'REFRESH_TOKEN_AUTH', AuthParameters: { REFRESH_TOKEN } }),
  );
const getUser = (AccessToken: string) => lab.userPoolSdk.send(new GetUserCommand({ AccessToken }));
const revoke = (Token: string) => lab.userPoolSdk.send(new RevokeTokenCommand({ ClientId, Token }));
const refused = (message: string) => ({ name: 'NotAuthorizedException', message });

describe('a session', () => {
  it('goes on in Amplify after its tokens have run out', async () => {
    await signInQuickly(ada);
    const before = (await fetchAuthSession()).tokens;
    lab.pass(HOUR);
    const after = (await fetchAuthSession()).tokens;
    expect(String(after?.accessToken)).not.toBe(String(before?.accessToken));
    expect(after?.accessToken.payload).toMatchObject({
      origin_jti: before?.accessToken.payload.origin_jti,
      auth_time: before?.accessToken.payload.auth_time,
      exp: Date.now() / 1000 + 3600,
    });
    expect(await fetchUserAttributes()).toMatchObject({ email: ada.username });
  });

  it('survives a restart, tokens and all', async () => {
    const { AccessToken, RefreshToken } = await open();
    await lab.restart();
    expect(await getUser(AccessToken)).toMatchObject({ Username: decodeJwt(AccessToken).sub });
    const { AuthenticationResult } = await refresh(RefreshToken);
    expect(await getUser(AuthenticationResult?.AccessToken ?? '')).toHaveProperty('Username');
  });

  it('can be carried on in both of the ways that clients know, without a new refresh token', async () => {
    const { RefreshToken } = await open();
    for (const { AuthenticationResult } of [await refresh(RefreshToken), await refreshOldStyle(RefreshToken)]) {
      expect(AuthenticationResult).toEqual({
        AccessToken: expect.any(String),
        IdToken: expect.any(String),
        ExpiresIn: 3600,
        TokenType: 'Bearer',
      });
    }
  });

  it('lasts 30 days', async () => {
    const { RefreshToken } = await open();
    lab.pass(30 * 24 * HOUR - 1);
    await refresh(RefreshToken);
    lab.pass(1);
    await expect(refresh(RefreshToken)).rejects.toMatchObject(refused('Refresh Token has expired'));
  });

  it('ends on the server when Amplify signs out', async () => {
    await signInQuickly(ada);
    const accessToken = String((await fetchAuthSession()).tokens?.accessToken);
    await signOut();
    const { Token } = lab.lastSent('RevokeToken');
    await expect(refresh(Token)).rejects.toMatchObject(refused('Refresh Token has been revoked'));
    await expect(refreshOldStyle(Token)).rejects.toMatchObject(refused('Refresh Token has been revoked'));
    await expect(getUser(accessToken)).rejects.toMatchObject(refused('Access Token has been revoked'));
  });

  it('makes Amplify forget the user once its refresh token was revoked elsewhere', async () => {
    await signInQuickly(ada);
    const accessToken = String((await fetchAuthSession()).tokens?.accessToken);
    await lab.userPoolSdk.send(new GlobalSignOutCommand({ AccessToken: accessToken }));
    expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeUndefined();
    await expect(getCurrentUser()).rejects.toMatchObject({ name: 'UserUnAuthenticatedException' });
  });

  it('ends alone when it is revoked, and with all others of the user on a global sign-out', async () => {
    const [one, two, three] = [await open(), await open(), await open()];
    await revoke(one.RefreshToken);
    await expect(getUser(one.AccessToken)).rejects.toMatchObject(refused('Access Token has been revoked'));
    await getUser(two.AccessToken);
    await signInQuickly(ada);
    await signOut({ global: true });
    for (const { RefreshToken } of [two, three]) {
      await expect(refresh(RefreshToken)).rejects.toMatchObject(refused('Refresh Token has been revoked'));
    }
  });

  it('is over for a user who is disabled or has to reset the password', async () => {
    const { AccessToken, RefreshToken } = await open();
    await lab.userPool().setEnabled(ada.username, false);
    await expect(refresh(RefreshToken)).rejects.toMatchObject(refused('User is disabled.'));
    await expect(getUser(AccessToken)).rejects.toMatchObject(refused('User is disabled.'));
    await lab.userPool().setEnabled(ada.username, true);
    await lab.userPool().requirePasswordReset(ada.username);
    await expect(refresh(RefreshToken)).rejects.toMatchObject({ name: 'PasswordResetRequiredException' });
  });
});

describe('a token', () => {
  it('that nobody has given out refreshes nothing, and counts as revoked', async () => {
    await expect(refresh('nobody-gave-this-out')).rejects.toMatchObject(refused('Invalid Refresh Token'));
    await revoke('nobody-gave-this-out');
  });

  it('that is no refresh token cannot be revoked', async () => {
    const { AccessToken, IdToken } = await open();
    await expect(revoke(AccessToken)).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' });
    await expect(revoke(IdToken)).rejects.toMatchObject({ name: 'UnsupportedTokenTypeException' });
  });

  it('opens nothing once it has expired, was changed, or is of the wrong kind', async () => {
    const { AccessToken, IdToken } = await open();
    const [header, , signature] = AccessToken.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(AccessToken), sub: 'eve' })).toString('base64url');
    for (const token of [`${header}.${claims}.${signature}`, IdToken, 'no.such.token']) {
      await expect(getUser(token)).rejects.toMatchObject(refused('Invalid Access Token'));
    }
    lab.pass(HOUR);
    await expect(getUser(AccessToken)).rejects.toMatchObject(refused('Access Token has expired'));
  });
});
