import { GetUserAttributeVerificationCodeCommand } from '@aws-sdk/client-cognito-identity-provider';
import {
  confirmUserAttribute,
  deleteUser,
  deleteUserAttributes,
  fetchAuthSession,
  fetchUserAttributes,
  sendUserAttributeVerificationCode,
  signOut,
  updateUserAttributes,
} from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ada, bob, HOUR, type Lab, openLab, signInQuickly, signUpAndConfirm } from './user-pool-lab.ts';

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

const countess = 'countess@example.com';
const setEmail = (email: string) => updateUserAttributes({ userAttributes: { email } });
const confirmEmail = (confirmationCode: string) =>
  confirmUserAttribute({ userAttributeKey: 'email', confirmationCode });

describe('the attributes of a user', () => {
  it('can be set, read, seen in the id token, and taken away', async () => {
    expect(await updateUserAttributes({ userAttributes: { name: 'Ada', nickname: 'Countess' } })).toMatchObject({
      name: { isUpdated: true },
    });
    expect(await fetchUserAttributes()).toEqual({
      sub: lab.userPool().users()[0]?.sub,
      email: ada.username,
      email_verified: 'true',
      name: 'Ada',
      nickname: 'Countess',
    });
    await deleteUserAttributes({ userAttributeKeys: ['nickname'] });
    const { tokens } = await fetchAuthSession({ forceRefresh: true });
    expect(tokens?.idToken?.payload).toMatchObject({ name: 'Ada', email: ada.username });
    expect(tokens?.idToken?.payload).not.toHaveProperty('nickname');
  });

  it('keep their address, and what Cognito keeps for itself', async () => {
    await expect(deleteUserAttributes({ userAttributeKeys: ['email'] })).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(updateUserAttributes({ userAttributes: { sub: 'eve' } })).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    await expect(setEmail('no address')).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('a new address', () => {
  it('counts once its code has come back; until then the old one does', async () => {
    expect(await setEmail(countess)).toMatchObject({
      email: {
        isUpdated: false,
        nextStep: {
          updateAttributeStep: 'CONFIRM_ATTRIBUTE_WITH_CODE',
          codeDeliveryDetails: { destination: 'c***@e***' },
        },
      },
    });
    expect(lab.inbox.at(-1)).toMatchObject({ to: countess, kind: 'attribute' });
    expect(await fetchUserAttributes()).toMatchObject({ email: ada.username, email_verified: 'true' });
    await confirmEmail(lab.code());
    expect(await fetchUserAttributes()).toMatchObject({ email: countess, email_verified: 'true' });
    await signOut();
    expect(await signInQuickly({ ...ada, username: countess })).toMatchObject({ isSignedIn: true });
    await signOut();
    await expect(signInQuickly(ada)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it('gets a second code when asked for, which lasts 24 hours and only fits once it is right', async () => {
    await setEmail(countess);
    await sendUserAttributeVerificationCode({ userAttributeKey: 'email' });
    expect(lab.inbox.at(-1)).toMatchObject({ to: countess, kind: 'attribute' });
    await expect(confirmEmail('000000')).rejects.toMatchObject({ name: 'CodeMismatchException' });
    lab.pass(24 * HOUR);
    await expect(confirmEmail(lab.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
  });

  it('is given up by setting the old one again', async () => {
    await setEmail(countess);
    await setEmail(ada.username);
    await sendUserAttributeVerificationCode({ userAttributeKey: 'email' });
    expect(lab.inbox.at(-1)).toMatchObject({ to: ada.username });
  });

  it('cannot be one that has an account', async () => {
    await setEmail(bob.username);
    const code = lab.code();
    await signOut();
    await signUpAndConfirm(lab, bob);
    await signInQuickly(ada);
    const taken = { name: 'AliasExistsException', message: 'An account with the given email already exists.' };
    await expect(confirmEmail(code)).rejects.toMatchObject(taken);
    await expect(setEmail(bob.username)).rejects.toMatchObject(taken);
  });

  it('is the only thing that can be verified', async () => {
    const AccessToken = String((await fetchAuthSession()).tokens?.accessToken);
    const ask = new GetUserAttributeVerificationCodeCommand({ AccessToken, AttributeName: 'name' });
    await expect(lab.userPoolSdk.send(ask)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });
});

describe('deleting an account', () => {
  it('leaves nothing of it, and its address free', async () => {
    await deleteUser();
    expect(lab.userPool().users()).toEqual([]);
    await expect(signInQuickly(ada)).rejects.toMatchObject({ message: 'Incorrect username or password.' });
    await signUpAndConfirm(lab, ada);
    expect(await signInQuickly(ada)).toMatchObject({ isSignedIn: true });
  });
});
