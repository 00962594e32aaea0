import {
  ConfirmSignUpCommand,
  ForgotPasswordCommand,
  ResendConfirmationCodeCommand,
  SignUpCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { autoSignIn, confirmSignUp, resendSignUpCode, signIn, signUp } from 'aws-amplify/auth';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { ada, ClientId, HOUR, type Lab, MINUTE, openLab } from './user-pool-lab.ts';

// Amplify raises numbers of 3,072 bits to powers in plain JavaScript: a sign-in takes seconds on a busy machine.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

let lab: Lab;
beforeAll(async () => {
  lab = await openLab();
});
beforeEach(() => lab.reset());
afterAll(() => lab.close());

const send = (Username = ada.username, Password = ada.password, UserAttributes?: { Name: string; Value: string }[]) =>
  lab.userPoolSdk.send(new SignUpCommand({ ClientId, Username, Password, UserAttributes }));
const confirm = (ConfirmationCode: string, Username = ada.username) =>
  lab.userPoolSdk.send(new ConfirmSignUpCommand({ ClientId, Username, ConfirmationCode }));
const resend = (Username = ada.username) =>
  lab.userPoolSdk.send(new ResendConfirmationCodeCommand({ ClientId, Username }));
const wrongCode = () => (lab.code() === '000000' ? '000001' : '000000');

describe('signing up', () => {
  it('mails a six-digit code, and Amplify can confirm with it and go straight on to be signed in', async () => {
    const { nextStep } = await signUp({
      ...ada,
      options: { autoSignIn: true, userAttributes: { email: ada.username } },
    });
    expect(nextStep).toMatchObject({
      signUpStep: 'CONFIRM_SIGN_UP',
      codeDeliveryDetails: { destination: 'a***@e***', deliveryMedium: 'EMAIL', attributeName: 'email' },
    });
    expect(lab.inbox).toEqual([
      { to: ada.username, kind: 'sign-up', code: expect.stringMatching(/^\d{6}$/), sentAt: Date.now() },
    ]);
    await confirmSignUp({ username: ada.username, confirmationCode: lab.code() });
    expect(await autoSignIn()).toMatchObject({ isSignedIn: true });
    expect(lab.userPool().users()).toMatchObject([{ email: ada.username, status: 'CONFIRMED', emailVerified: true }]);
  });

  it('refuses an address that has an account, in whatever case', async () => {
    await send();
    await expect(send('ADA@Example.com')).rejects.toMatchObject({
      name: 'UsernameExistsException',
      message: 'An account with the given email already exists.',
    });
  });

  it('refuses a username that is no address', async () => {
    await expect(send('ada')).rejects.toMatchObject({
      name: 'InvalidParameterException',
      message: 'Username should be an email.',
    });
  });

  it.each([
    ['Short-1', 'Password not long enough'],
    ['analytical-1', 'Password must have uppercase characters'],
    ['ANALYTICAL-1', 'Password must have lowercase characters'],
    ['Analytical-one', 'Password must have numeric characters'],
    ['Analytical1', 'Password must have symbol characters'],
  ])('refuses the password %s: %s', async (password, complaint) => {
    await expect(send(ada.username, password)).rejects.toMatchObject({
      name: 'InvalidPasswordException',
      message: `Password did not conform with policy: ${complaint}`,
    });
    expect(lab.userPool().users()).toEqual([]);
  });

  it('refuses a password that begins or ends with a space', async () => {
    await expect(send(ada.username, ` ${ada.password}`)).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('keeps standard attributes, and refuses those that are not for clients to write', async () => {
    await expect(send(ada.username, ada.password, [{ Name: 'email_verified', Value: 'true' }])).rejects.toMatchObject({
      name: 'NotAuthorizedException',
    });
    await expect(send(ada.username, ada.password, [{ Name: 'shoe_size', Value: '38' }])).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await expect(send(ada.username, ada.password, [{ Name: 'email', Value: 'eve@e.org' }])).rejects.toMatchObject({
      name: 'InvalidParameterException',
    });
    await send(ada.username, ada.password, [
      { Name: 'email', Value: ada.username },
      { Name: 'name', Value: 'Ada' },
    ]);
    expect(lab.userPool().users()).toHaveLength(1);
  });

  it('lets nobody in before the code has come back', async () => {
    await signUp(ada);
    expect(await signIn(ada)).toMatchObject({ isSignedIn: false, nextStep: { signInStep: 'CONFIRM_SIGN_UP' } });
  });

  it('shows nothing secret of its users', async () => {
    await send();
    const shown = JSON.stringify(lab.userPool().users());
    for (const secret of ['salt', 'verifier', 'code', 'secret', lab.code()]) expect(shown).not.toContain(secret);
  });
});

describe('the code of a sign-up', () => {
  it('is refused where it is wrong', async () => {
    await send();
    await expect(confirm(wrongCode())).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await confirm(lab.code());
  });

  it('lasts 24 hours', async () => {
    await send();
    lab.pass(24 * HOUR);
    await expect(confirm(lab.code())).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    await resend();
    lab.pass(24 * HOUR - MINUTE);
    await confirm(lab.code());
  });

  it('is taken over by the one that Amplify has sent again', async () => {
    await signUp(ada);
    const first = lab.code();
    await resendSignUpCode({ username: ada.username });
    const second = lab.code();
    expect(lab.inbox.map(({ kind }) => kind)).toEqual(['sign-up', 'sign-up']);
    await expect(confirm(first)).rejects.toMatchObject({ name: 'CodeMismatchException' });
    await confirm(second);
  });

  it('cannot be guessed: after five wrong ones even the right one waits an hour', async () => {
    await send();
    for (let attempt = 0; attempt < 5; attempt++) {
      await expect(confirm(wrongCode())).rejects.toMatchObject({ name: 'CodeMismatchException' });
    }
    await expect(confirm(lab.code())).rejects.toMatchObject({ name: 'LimitExceededException' });
    lab.pass(HOUR);
    await confirm(lab.code());
  });

  it('counts wrong attempts across a restart', async () => {
    await send();
    for (let attempt = 0; attempt < 5; attempt++) await confirm(wrongCode()).catch(() => undefined);
    await lab.restart();
    await expect(confirm(lab.code())).rejects.toMatchObject({ name: 'LimitExceededException' });
  });

  it('is neither wanted nor sent once the account is confirmed', async () => {
    await send();
    const code = lab.code();
    await confirm(code);
    await expect(confirm(code)).rejects.toMatchObject({
      name: 'NotAuthorizedException',
      message: 'User cannot be confirmed. Current status is CONFIRMED',
    });
    await expect(resend()).rejects.toMatchObject({ name: 'InvalidParameterException' });
  });

  it('survives a restart', async () => {
    await send();
    await lab.restart();
    await confirm(lab.code());
    expect(await signIn(ada)).toMatchObject({ isSignedIn: true });
  });
});

describe('an address without an account', () => {
  it('gets the answers that one with an account would get, and no mail', async () => {
    const simulated = { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination: 'e***@e***' };
    const forgotten = new ForgotPasswordCommand({ ClientId, Username: 'eve@example.com' });
    expect((await lab.userPoolSdk.send(forgotten)).CodeDeliveryDetails).toEqual(simulated);
    expect((await resend('eve@example.com')).CodeDeliveryDetails).toEqual(simulated);
    await expect(confirm('123456', 'eve@example.com')).rejects.toMatchObject({ name: 'ExpiredCodeException' });
    expect(lab.inbox).toEqual([]);
  });
});
