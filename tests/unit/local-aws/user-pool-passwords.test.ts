import {
  confirmResetPassword,
  fetchAuthSession,
  resetPassword,
  signOut,
  signUp,
  updatePassword,
} from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ada, bob, HOUR, type Lab, MINUTE, openLab, signInQuickly, signUpAndConfirm } from './user-pool-lab.ts';

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

const newPassword = 'Bernoulli-3';
const forget = (username = ada.username) => resetPassword({ username });
const choose = (confirmationCode: string, password = newPassword, username = ada.username) =>
  confirmResetPassword({ username, confirmationCode, newPassword: password });
const wrongCode = () => (lab.code() === '000000' ? '000001' : '000000');
const incorrect = { name: 'NotAuthorizedException', message: 'Incorrect username or password.' };

describe('a forgotten password', () => {
  it('is replaced by way of a mailed code', async () => {
    expect(await forget()).toMatchObject({
      nextStep: {
        resetPasswordStep: 'CONFIRM_RESET_PASSWORD_WITH_CODE',
        codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL' },
      },
    });
    expect(lab.inbox.at(-1)).toMatchObject({ to: ada.username, kind: 'reset' });
    await choose(lab.code());
    await expect(signInQuickly(ada)).rejects.toMatchObject(incorrect);
    expect(await signInQuickly({ ...ada, password: newPassword })).toMatchObject({ isSignedIn: true });
  });

  it('needs the right code, and a password that fits the policy', async () => {
    await forget();
    await expect(choose(wrongCode())).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await expect(choose(lab.code(), 'weakpassword')).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    await choose(lab.code());
    await expect(choose(lab.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('has to be replaced within an hour', async () => {
    await forget();
    lab.pass(HOUR);
    await expect(choose(lab.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    await forget();
    lab.pass(HOUR - MINUTE);
    await choose(lab.code());
  });

  it('cannot be taken over by guessing codes', async () => {
    await forget();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(choose(wrongCode())).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await forget();
    await expect(choose(lab.code())).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  it('can be replaced after a restart', async () => {
    await forget();
    await lab.restart();
    await choose(lab.code());
    expect(await signInQuickly({ ...ada, password: newPassword })).toMatchObject({ isSignedIn: true });
  });

  it('is not told from an unknown address', async () => {
    const mails = lab.inbox.length;
    expect(await forget('eve@example.com')).toMatchObject({
      nextStep: { codeDeliveryDetails: { destination: 'e***@e***', deliveryMedium: 'EMAIL' } },
    });
    expect(lab.inbox).toHaveLength(mails);
    await expect(choose('123456', newPassword, 'eve@example.com')).rejects.toMatchObject({
      name: 'CodeMismatchException',
    });
  });

  it('is replaced too where the pool owner asked for it', async () => {
    await lab.userPool().requirePasswordReset(ada.username);
    await choose(lab.code());
    expect(await signInQuickly({ ...ada, password: newPassword })).toMatchObject({ isSignedIn: true });
  });

  it('cannot be replaced before the account is confirmed, or while its password is a temporary one', async () => {
    await lab.userPool().createUserByAdmin({ email: bob.username, temporaryPassword: 'Temporary-1' });
    await expect(forget(bob.username)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User password cannot be reset in the current state.',
    });
    await signUp({ username: 'carol@example.com', password: ada.password });
    await expect(forget('carol@example.com')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Cannot reset password for the user as there is no registered/verified email or phone_number',
    });
  });
});

describe('changing the password', () => {
  it('takes the old one, and leaves the session open', async () => {
    await signInQuickly(ada);
    await updatePassword({ oldPassword: ada.password, newPassword });
    expect((await fetchAuthSession({ forceRefresh: true })).tokens).toBeDefined();
    await signOut();
    await expect(signInQuickly(ada)).rejects.toMatchObject(incorrect);
    expect(await signInQuickly({ ...ada, password: newPassword })).toMatchObject({ isSignedIn: true });
  });

  it('is refused with a wrong old one, and with a new one that does not fit the policy', async () => {
    await signInQuickly(ada);
    await expect(updatePassword({ oldPassword: 'Analytical-2', newPassword })).rejects.toMatchObject(incorrect);
    await expect(updatePassword({ oldPassword: ada.password, newPassword: 'weakpassword' })).rejects.toMatchObject({
      name: 'InvalidPasswordException',
    });
    await signOut();
    expect(await signInQuickly(ada)).toMatchObject({ isSignedIn: true });
  });

  it('cannot be used to guess the old one', async () => {
    await signInQuickly(ada);
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(updatePassword({ oldPassword: 'Analytical-2', newPassword })).rejects.toMatchObject(incorrect);
    }
    await expect(updatePassword({ oldPassword: ada.password, newPassword })).rejects.toMatchObject({
      message: 'Password attempts exceeded',
    });
  });
});
