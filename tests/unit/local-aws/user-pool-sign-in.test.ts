import {
  type AuthFlowType,
  InitiateAuthCommand,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { confirmSignIn, fetchAuthSession, getCurrentUser, signIn, signOut } from 'aws-amplify/auth';
import { createRemoteJWKSet, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { account } from '../../../local-aws/settings.ts';
import { prime } from '../../../local-aws/user-pool/srp-group.ts';
import { ada, bob, ClientId, type Lab, MINUTE, openLab, signUpAndConfirm, userPoolHost } from './user-pool-lab.ts';

// Amplify raises numbers of 3,072 bits to powers in plain JavaScript: several sign-ins take seconds on a busy machine.
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

const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };
const begin = (AuthFlow: AuthFlowType, AuthParameters: Record<string, string>) =>
  lab.userPoolSdk.send(new InitiateAuthCommand({ ClientId, AuthFlow, AuthParameters }));
const beginSrp = (USERNAME: string, SRP_A = 'abcdef') => begin('USER_SRP_AUTH', { USERNAME, SRP_A });
/** The proof that Amplify sent last, with some of it changed. */
const sendAgain = (change: Record<string, string> = {}) => {
  const { ChallengeResponses } = lab.lastSent('RespondToAuthChallenge');
  return lab.userPoolSdk.send(
    new RespondToAuthChallengeCommand({
      ClientId,
      ChallengeName: 'PASSWORD_VERIFIER',
      ChallengeResponses: { ...ChallengeResponses, ...change },
    }),
  );
};

describe('signing in over SRP', () => {
  it('gives Amplify tokens with the claims of Cognito, signed by a key that is published', async () => {
    expect(await signIn(ada)).toMatchObject({ isSignedIn: true, nextStep: { signInStep: 'DONE' } });
    const { tokens } = await fetchAuthSession();
    const keys = createRemoteJWKSet(new URL(`${userPoolHost}${account.userPoolId}/.well-known/jwks.json`));
    const issuer = `${userPoolHost}${account.userPoolId}`;
    const access = await jwtVerify(String(tokens?.accessToken), keys, { issuer });
    const id = await jwtVerify(String(tokens?.idToken), keys, { issuer, audience: ClientId });
    const sub = lab.userPool().users()[0]?.sub;
    const now = Date.now() / 1000;
    const shared = { sub, auth_time: now, iat: now, exp: now + 3600, origin_jti: access.payload.origin_jti };
    expect(access.payload).toMatchObject({ ...shared, token_use: 'access', client_id: ClientId, username: sub });
    expect(id.payload).toMatchObject({
      ...shared,
      token_use: 'id',
      'cognito:username': sub,
      email: ada.username,
      email_verified: true,
    });
    expect(id.payload.jti).not.toBe(access.payload.jti);
    expect(decodeProtectedHeader(String(tokens?.idToken))).toEqual({ alg: 'RS256', kid: expect.any(String) });
    expect(await getCurrentUser()).toMatchObject({ userId: sub, signInDetails: { loginId: ada.username } });
  });

  it('takes the address in any case', async () => {
    expect(await signIn({ ...ada, username: 'ADA@EXAMPLE.COM' })).toMatchObject({ isSignedIn: true });
  });

  it('never sees the password', async () => {
    await signIn(ada);
    expect(JSON.stringify(lab.sent.filter(({ action }) => action !== 'SignUp'))).not.toContain(ada.password);
  });

  it('refuses a wrong password and an unknown address in the same words', async () => {
    await expect(signIn({ ...ada, password: 'Analytical-2' })).rejects.toMatchObject(incorrect);
    await expect(signIn({ ...ada, username: 'eve@example.com' })).rejects.toMatchObject(incorrect);
  });

  it('asks for a proof for an unknown address too, always with the same id and salt', async () => {
    const first = await beginSrp('eve@example.com');
    const second = await beginSrp('EVE@example.com');
    const other = await beginSrp('mallory@example.com');
    const real = await beginSrp(ada.username);
    expect(Object.keys(first).toSorted()).toEqual(Object.keys(real).toSorted());
    const idAndSalt = ({ ChallengeParameters }: typeof first) =>
      [ChallengeParameters?.USER_ID_FOR_SRP, ChallengeParameters?.SALT].join();
    expect(idAndSalt(second)).toBe(idAndSalt(first));
    expect(idAndSalt(other)).not.toBe(idAndSalt(first));
    expect(second.ChallengeParameters?.SRP_B).not.toBe(first.ChallengeParameters?.SRP_B);
  });

  it.each([
    ['0', '0'],
    ['the prime', prime.toString(16)],
    ['twice the prime', (2n * prime).toString(16)],
    ['no number', 'xyz'],
  ])('refuses %s as the public value of a client', async (_, SRP_A) => {
    await expect(beginSrp(ada.username, SRP_A)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('takes a proof once', async () => {
    await signIn(ada);
    await expect(sendAgain()).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('takes no proof for a secret block of its own making, nor the proof of one exchange in another', async () => {
    await signIn(ada);
    const { ChallengeParameters } = await beginSrp(ada.username);
    const fresh = { PASSWORD_CLAIM_SECRET_BLOCK: ChallengeParameters?.SECRET_BLOCK ?? '' };
    await expect(sendAgain(fresh)).rejects.toMatchObject(incorrect);
    const made = { PASSWORD_CLAIM_SECRET_BLOCK: Buffer.alloc(96).toString('base64') };
    await expect(sendAgain(made)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('takes a good proof for nobody but the one whose exchange it was', async () => {
    await signUpAndConfirm(lab, bob);
    const bobsId = lab.userPool().users()[1]?.sub ?? '';
    lab.tamper('RespondToAuthChallenge', (body) => {
      body.ChallengeResponses.USERNAME = bobsId;
    });
    await expect(signIn(ada)).rejects.toMatchObject(incorrect);
  });

  it.each(['PASSWORD_CLAIM_SIGNATURE', 'TIMESTAMP'])(
    'refuses a proof whose %s was changed on its way',
    async (part) => {
      const changed = { PASSWORD_CLAIM_SIGNATURE: 'AAAA', TIMESTAMP: 'Sun Nov 22 12:00:01 UTC 2026' }[part];
      lab.tamper('RespondToAuthChallenge', (body) => {
        body.ChallengeResponses[part] = changed;
      });
      await expect(signIn(ada)).rejects.toMatchObject(incorrect);
    },
  );

  it('says what form a timestamp has', async () => {
    lab.tamper('RespondToAuthChallenge', (body) => {
      body.ChallengeResponses.TIMESTAMP = '2026-11-22T12:00:00Z';
    });
    await expect(signIn(ada)).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english',
    });
  });

  it.each([1, -1])('bears a clock that is 14 minutes off, and none that is 16 (%i)', async (direction) => {
    lab.setServerAhead(direction * 14 * MINUTE);
    expect(await signIn(ada)).toMatchObject({ isSignedIn: true });
    await signOut();
    lab.setServerAhead(direction * 16 * MINUTE);
    await expect(signIn(ada)).rejects.toMatchObject(incorrect);
  });

  it('forgets an exchange after three minutes', async () => {
    lab.tamper('RespondToAuthChallenge', () => lab.pass(3 * MINUTE + 1));
    await expect(signIn(ada)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('keeps people and passwords across a restart', async () => {
    await lab.restart();
    expect(await signIn(ada)).toMatchObject({ isSignedIn: true });
  });
});

describe('guessing passwords', () => {
  const locked = { name: 'NotAuthorizedException', message: 'Password attempts exceeded' };
  const tryPassword = (PASSWORD: string) =>
    begin('USER_AUTH', { USERNAME: ada.username, PREFERRED_CHALLENGE: 'PASSWORD', PASSWORD });
  const guess = (times: number) =>
    Promise.all(
      Array.from({ length: times }, () => expect(tryPassword('Analytical-2')).rejects.toMatchObject(incorrect)),
    );

  it('locks the account from the fifth guess on, for a second, then for twice as long each time', async () => {
    await guess(5);
    await expect(tryPassword(ada.password)).rejects.toMatchObject(locked);
    await expect(signIn(ada)).rejects.toMatchObject(locked);
    lab.pass(1000);
    await guess(1);
    lab.pass(1000);
    await expect(tryPassword(ada.password)).rejects.toMatchObject(locked);
    lab.pass(1000);
    expect(await tryPassword(ada.password)).toHaveProperty('AuthenticationResult');
  });

  it('is forgiven after a good sign-in, and after 15 quiet minutes', async () => {
    await guess(4);
    await tryPassword(ada.password);
    await guess(4);
    lab.pass(15 * MINUTE + 1);
    await guess(4);
    expect(await tryPassword(ada.password)).toHaveProperty('AuthenticationResult');
  });
});

describe('accounts that their owner has to see to first', () => {
  it('asks for a new password after a temporary one', async () => {
    await lab.userPool().createUserByAdmin({ email: bob.username, temporaryPassword: 'Temporary-1' });
    expect(await signIn({ ...bob, password: 'Temporary-1' })).toMatchObject({
      isSignedIn: false,
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_NEW_PASSWORD_REQUIRED', missingAttributes: [] },
    });
    await expect(confirmSignIn({ challengeResponse: 'weak' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    expect(await confirmSignIn({ challengeResponse: bob.password })).toMatchObject({ isSignedIn: true });
    await signOut();
    await expect(signIn({ ...bob, password: 'Temporary-1' })).rejects.toMatchObject(incorrect);
    expect(await signIn(bob)).toMatchObject({ isSignedIn: true });
  });

  it('sends those on to the reset form whose password was reset by the pool owner', async () => {
    await lab.userPool().requirePasswordReset(ada.username);
    expect(await signIn(ada)).toMatchObject({ isSignedIn: false, nextStep: { signInStep: 'RESET_PASSWORD' } });
    expect(lab.inbox.at(-1)).toMatchObject({ to: ada.username, kind: 'reset' });
  });

  it('keeps those out who are disabled, and says so only to the right password', async () => {
    await lab.userPool().setEnabled(ada.username, false);
    await expect(signIn({ ...ada, password: 'Analytical-2' })).rejects.toMatchObject(incorrect);
    await expect(signIn(ada)).rejects.toMatchObject({ name: 'NotAuthorizedException', message: 'User is disabled.' });
    await lab.userPool().setEnabled(ada.username, true);
    expect(await signIn(ada)).toMatchObject({ isSignedIn: true });
  });

  it('lets the pool owner make no account twice, and find none that is not there', async () => {
    const again = lab.userPool().createUserByAdmin({ email: 'ADA@example.com', temporaryPassword: 'Temporary-1' });
    await expect(again).rejects.toMatchObject({ code: 'UsernameExistsException' });
    const nobody = lab.userPool().requirePasswordReset('eve@example.com');
    await expect(nobody).rejects.toMatchObject({ code: 'UserNotFoundException' });
  });
});

describe('the choice of flows', () => {
  it('refuses flows that the app client does not have', async () => {
    await expect(begin('USER_PASSWORD_AUTH', { USERNAME: ada.username, PASSWORD: ada.password })).rejects.toMatchObject(
      {
        name: 'InvalidParameterException',
        message: 'USER_PASSWORD_AUTH flow not enabled for this client',
      },
    );
    await expect(signIn({ ...ada, options: { authFlowType: 'CUSTOM_WITH_SRP' } })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
  });

  it('offers passwords where the client asks for a choice, and takes either kind', async () => {
    for (const answer of ['PASSWORD_SRP', 'PASSWORD']) {
      const { nextStep } = await signIn({ username: ada.username, options: { authFlowType: 'USER_AUTH' } });
      expect(nextStep).toEqual({
        signInStep: 'CONTINUE_SIGN_IN_WITH_FIRST_FACTOR_SELECTION',
        availableChallenges: ['PASSWORD_SRP', 'PASSWORD'],
      });
      expect(await confirmSignIn({ challengeResponse: answer })).toMatchObject({
        nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_PASSWORD' },
      });
      expect(await confirmSignIn({ challengeResponse: ada.password })).toMatchObject({ isSignedIn: true });
      await signOut();
    }
  });

  it.each(['PASSWORD_SRP', 'PASSWORD'] as const)(
    'goes straight to the challenge that a client prefers (%s)',
    async (preferredChallenge) => {
      const options = { authFlowType: 'USER_AUTH', preferredChallenge } as const;
      await expect(signIn({ ...ada, password: 'Analytical-2', options })).rejects.toMatchObject(incorrect);
      await expect(signIn({ ...ada, username: 'eve@example.com', options })).rejects.toMatchObject(incorrect);
      expect(await signIn({ ...ada, options })).toMatchObject({ isSignedIn: true });
    },
  );
});
