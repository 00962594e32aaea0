import { createHmac } from 'node:crypto';
import { screen } from '@testing-library/react';
import { HttpResponse, http } from 'msw';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { problemsOf } from './sign-in-axe.ts';
import {
  arrived,
  email,
  fillSignIn,
  openSignIn,
  password,
  register,
  type SignInTest,
  startSignIn,
} from './sign-in-page.tsx';

let test: SignInTest;

beforeAll(async () => {
  test = await startSignIn();
});
afterAll(() => test.close());
afterEach(async () => {
  test.aws.faults.clear();
  test.server.resetHandlers();
  await test.session.signOut();
  await test.aws.reset();
  window.sessionStorage.clear();
});

/** The six digits that an authenticator app shows (RFC 6238, with Cognito's 30 s, SHA-1 and a secret in base 32). */
function codeOfApp(secret: string, now: number): string {
  const bits = [...secret].map((char) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(char).toString(2).padStart(5, '0'));
  const bytes = bits.join('').match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const mac = createHmac('sha1', Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2))))
    .update(counter)
    .digest();
  const number = mac.readUInt32BE(mac.readUInt8(19) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, '0');
}

/** The user pool answers the password with this from now on. */
function answerWith(challenge: Record<string, unknown>): void {
  test.server.use(
    http.post('https://cognito-idp.us-east-1.amazonaws.com/', ({ request }) =>
      request.headers.get('x-amz-target')?.endsWith('.RespondToAuthChallenge')
        ? HttpResponse.json(challenge)
        : undefined,
    ),
  );
}

describe('what a pool can ask for after the password', { timeout: 60_000 }, () => {
  it('is a new one, where an administrator made the account', async () => {
    await test.session.prepareSignIn(() => {});
    await test.aws.userPool.createUserByAdmin({ email, temporaryPassword: password });
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    await screen.findByRole('button', { name: 'Change Password' });
    await page.fill('Password', 'An0ther!word');
    await page.fill('Confirm Password', 'An0ther!word');
    await page.press('Change Password');
    await arrived();
  });

  it('is a reset, where an administrator asked for it', async () => {
    await register(test);
    await test.aws.userPool.requirePasswordReset(email);
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    expect(await screen.findByLabelText('New Password')).toBeTruthy();
  });

  it('is a code by mail, and a wrong one is told', async () => {
    await register(test);
    await test.aws.userPool.setMfa(email, 'email');
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    await page.fill('Code *', '000000');
    await page.press('Confirm');
    await screen.findByRole('alert');
    await page.fill('Code *', test.code(email, 'sign-in'));
    await page.press('Confirm');
    await arrived();
  });

  it('is an authenticator app: set up by QR code or key, then asked for at each sign-in', async () => {
    await register(test);
    await test.aws.userPool.setMfa(email, 'totp-setup');
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    expect(await screen.findByRole('img', { name: 'QR code for your authenticator app' })).toBeTruthy();
    expect(page.container.querySelector('img[src^="data:"]')).toBeNull();
    expect(await problemsOf(page.container)).toEqual([]);
    const secret = page.container.querySelector('form code')?.textContent ?? '';
    expect(secret).toMatch(/^[A-Z2-7]{32,}$/);
    await page.press('Copy');
    expect(await screen.findByText('Copied.')).toBeTruthy();
    expect(await navigator.clipboard.readText()).toBe(secret);

    await page.fill('Code', '000000');
    await page.press('Confirm');
    await screen.findByRole('alert');
    await page.fill('Code', codeOfApp(secret, Date.now()));
    await page.press('Confirm');
    await arrived();
    page.unmount();

    await test.session.signOut();
    test.aws.clock.setOffset(60_000);
    const again = openSignIn(test, '/login');
    await fillSignIn(again);
    await again.fill('Code *', codeOfApp(secret, Date.now() + 60_000));
    await again.press('Confirm');
    await arrived();
  });

  it('is a choice between two ways', async () => {
    await register(test);
    answerWith({
      ChallengeName: 'SELECT_MFA_TYPE',
      Session: 'session',
      ChallengeParameters: { MFAS_CAN_CHOOSE: '["SOFTWARE_TOKEN_MFA","EMAIL_OTP"]' },
    });
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    expect(await screen.findByRole('radio', { name: /^Email/ })).toBeTruthy();
    expect(screen.getByRole('radio', { name: /^Authenticator/ })).toBeTruthy();
    expect(await problemsOf(page.container)).toEqual([]);
    await page.press('Back to Sign In');
    expect(await screen.findByRole('button', { name: 'Sign in' })).toBeTruthy();
  });

  it('can be something that Satchel has no form for, and then a sentence says so', async () => {
    await register(test);
    answerWith({ ChallengeName: 'CUSTOM_CHALLENGE', Session: 'session', ChallengeParameters: {} });
    const page = openSignIn(test, '/login');
    await fillSignIn(page);
    expect((await screen.findByRole('alert')).textContent).toContain('a step that Satchel cannot do');
  });
});
