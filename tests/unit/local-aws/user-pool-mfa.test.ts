import {
  confirmSignIn,
  fetchAuthSession,
  fetchMFAPreference,
  setUpTOTP,
  signOut,
  updateMFAPreference,
  verifyTOTPSetup,
} from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ada, authenticatorCode, type Lab, MINUTE, openLab, signInQuickly, signUpAndConfirm } from './user-pool-lab.ts';

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

/** Sets an authenticator up for Ada, who is signed in; the way to its codes. */
async function addAuthenticator(): Promise<() => string> {
  const { sharedSecret } = await setUpTOTP();
  await verifyTOTPSetup({ code: authenticatorCode(sharedSecret) });
  lab.pass(30_000);
  return () => authenticatorCode(sharedSecret);
}
const answer = (challengeResponse: string) => confirmSignIn({ challengeResponse });
const wrong = (code: string) => (code === '000000' ? '000001' : '000000');
const signedIn = { isSignedIn: true };

describe('an authenticator', () => {
  it('is asked for at each sign-in once Amplify has set it up', async () => {
    await signInQuickly(ada);
    const code = await addAuthenticator();
    expect((await fetchMFAPreference()).enabled).toBeUndefined();
    await updateMFAPreference({ totp: 'PREFERRED' });
    expect(await fetchMFAPreference()).toEqual({ enabled: ['TOTP'], preferred: 'TOTP' });
    await signOut();
    expect(await signInQuickly(ada)).toMatchObject({
      isSignedIn: false,
      nextStep: { signInStep: 'CONFIRM_SIGN_IN_WITH_TOTP_CODE' },
    });
    expect(await answer(code())).toMatchObject(signedIn);
    expect((await fetchAuthSession()).tokens).toBeDefined();
  });

  it('may be mistyped; the sign-in goes on with the right code', async () => {
    await signInQuickly(ada);
    const code = await addAuthenticator();
    await updateMFAPreference({ totp: 'ENABLED' });
    await signOut();
    await signInQuickly(ada);
    await expect(answer(wrong(code()))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect(await answer(code())).toMatchObject(signedIn);
  });

  it('shows no code that counts twice, not even the one that set it up', async () => {
    await signInQuickly(ada);
    const { sharedSecret } = await setUpTOTP();
    await verifyTOTPSetup({ code: authenticatorCode(sharedSecret) });
    await updateMFAPreference({ totp: 'PREFERRED' });
    await signOut();
    await signInQuickly(ada);
    const used = { name: 'ExpiredCodeException', message: 'Your software token has already been used once.' };
    await expect(answer(authenticatorCode(sharedSecret))).rejects.toMatchObject(used);
    lab.pass(30_000);
    await answer(authenticatorCode(sharedSecret));
    await signOut();
    await signInQuickly(ada);
    await expect(answer(authenticatorCode(sharedSecret))).rejects.toMatchObject(used);
  });

  it('cannot be guessed', async () => {
    await signInQuickly(ada);
    const code = await addAuthenticator();
    await updateMFAPreference({ totp: 'PREFERRED' });
    await signOut();
    await signInQuickly(ada);
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(answer(wrong(code()))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await expect(answer(code())).rejects.toMatchObject({ message: 'Password attempts exceeded' });
  });

  it('has to show a code before it counts', async () => {
    await signInQuickly(ada);
    const early = { name: 'InvalidParameterException', message: 'User has not verified software token mfa' };
    await expect(updateMFAPreference({ totp: 'PREFERRED' })).rejects.toMatchObject(early);
    await expect(verifyTOTPSetup({ code: '123456' })).rejects.toMatchObject({
      name: 'SoftwareTokenMFANotFoundException',
    });
    const { sharedSecret } = await setUpTOTP();
    await expect(verifyTOTPSetup({ code: wrong(authenticatorCode(sharedSecret)) })).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    await expect(updateMFAPreference({ totp: 'PREFERRED' })).rejects.toMatchObject(early);
  });

  it('is asked for no more once it is turned off', async () => {
    await signInQuickly(ada);
    await addAuthenticator();
    await updateMFAPreference({ totp: 'PREFERRED' });
    await updateMFAPreference({ totp: 'DISABLED' });
    await signOut();
    expect(await signInQuickly(ada)).toMatchObject(signedIn);
  });

  it('survives a restart', async () => {
    await signInQuickly(ada);
    const code = await addAuthenticator();
    await updateMFAPreference({ totp: 'PREFERRED' });
    await signOut();
    await lab.restart();
    await signInQuickly(ada);
    expect(await answer(code())).toMatchObject(signedIn);
  });

  it('is set up in the course of the sign-in where the pool demands one', async () => {
    await lab.userPool().setMfa(ada.username, 'totp-setup');
    const { nextStep } = await signInQuickly(ada);
    if (nextStep.signInStep !== 'CONTINUE_SIGN_IN_WITH_TOTP_SETUP') throw new Error(nextStep.signInStep);
    const secret = nextStep.totpSetupDetails.sharedSecret;
    await expect(answer(wrong(authenticatorCode(secret)))).rejects.toMatchObject({
      name: 'EnableSoftwareTokenMFAException',
    });
    expect(await answer(authenticatorCode(secret))).toMatchObject(signedIn);
    await signOut();
    lab.pass(30_000);
    await signInQuickly(ada);
    expect(await answer(authenticatorCode(secret))).toMatchObject(signedIn);
  });
});

describe('a code by mail', () => {
  it('is asked for where the pool owner has turned it on, and mailed', async () => {
    await lab.userPool().setMfa(ada.username, 'email');
    expect(await signInQuickly(ada)).toMatchObject({
      nextStep: {
        signInStep: 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE',
        codeDeliveryDetails: { deliveryMedium: 'EMAIL', destination: 'a***@e***' },
      },
    });
    expect(lab.inbox.at(-1)).toMatchObject({ to: ada.username, kind: 'sign-in' });
    await expect(answer(wrong(lab.code()))).rejects.toMatchObject({ name: 'CodeMismatchException' });
    expect(await answer(lab.code())).toMatchObject(signedIn);
    await signOut();
    await lab.userPool().setMfa(ada.username, 'none');
    expect(await signInQuickly(ada)).toMatchObject(signedIn);
  });

  it('is one of the choices where a user has turned both on and prefers neither', async () => {
    await signInQuickly(ada);
    const code = await addAuthenticator();
    await updateMFAPreference({ totp: 'ENABLED', email: 'ENABLED' });
    await signOut();
    for (const [choice, next, shown] of [
      ['TOTP', 'CONFIRM_SIGN_IN_WITH_TOTP_CODE', code],
      ['EMAIL', 'CONFIRM_SIGN_IN_WITH_EMAIL_CODE', lab.code],
    ] as const) {
      expect((await signInQuickly(ada)).nextStep).toEqual({
        signInStep: 'CONTINUE_SIGN_IN_WITH_MFA_SELECTION',
        allowedMFATypes: ['TOTP', 'EMAIL'],
      });
      expect((await answer(choice)).nextStep).toMatchObject({ signInStep: next });
      expect(await answer(shown())).toMatchObject(signedIn);
      await signOut();
    }
  });

  it('waits three minutes for its answer', async () => {
    await lab.userPool().setMfa(ada.username, 'email');
    await signInQuickly(ada);
    lab.pass(3 * MINUTE + 1);
    await expect(answer(lab.code())).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'Invalid session for the user, session is expired.',
    });
  });

  it('cannot be turned on by text message', async () => {
    await signInQuickly(ada);
    await expect(updateMFAPreference({ sms: 'PREFERRED' })).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'User does not have delivery config set to turn on SMS_MFA',
    });
  });
});
