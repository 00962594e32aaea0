import { describe, expect, it } from 'vitest';
import { signInRefusal } from '#src/aws/sign-in-refusals.ts';
import { localSettings } from './aws-on-local-aws.ts';

/** What is said, with its values in place. */
function said(original: string) {
  const { message, values = {}, ...rest } = signInRefusal(original, localSettings);
  return { ...rest, said: message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place)) };
}

describe('what is set up wrong', () => {
  it.each([
    ['User pool client 1abc does not exist.', 'There is no app client 1localclient2satchel3app45 in us-east-1.'],
    ['User pool us-east-1_Nowhere does not exist.', 'There is no user pool us-east-1_LocalPool in us-east-1.'],
    [
      'Unable to verify secret hash for client 1abc',
      'The app client has a secret, and an app in a browser can keep none.',
    ],
    [
      'Client 1abc is configured with secret but SECRET_HASH was not received',
      'The app client has a secret, and an app in a browser can keep none.',
    ],
    [
      'USER_SRP_AUTH is not enabled for the client.',
      'The app client does not allow signing in with a password by SRP.',
    ],
    ['A network error has occurred.', 'AWS cannot be reached. Check your connection.'],
    ['Something that nobody has heard of', 'AWS refuses this. Its reason is in the details.'],
  ])('is told in the words of the connection check, with the original: %s', (original, sentence) => {
    expect(said(original)).toEqual({ said: sentence, isSetUp: true, details: original });
  });
});

describe('what a person can do something about', () => {
  it.each([
    ['Incorrect username or password.', 'The email address or the password is wrong.'],
    ['SignUp is not permitted for this user pool', /^New accounts are by invitation here\./],
    ['An account with the given email already exists.', /^There is an account with this email address already\./],
    ['User is disabled.', /^This account has been disabled\./],
    ['Invalid session for the user, session is expired.', /^That took too long\./],
    ['Invalid code provided, please request a code again.', /^The code is no longer valid\./],
    ['Your verification code has expired. Please request a new code.', /^The code is no longer valid\./],
    ['Code mismatch', /^The code is wrong\./],
    ['The verification code you entered is incorrect. Please try again.', /^The code is wrong\./],
    ['Password attempts exceeded', /^Too many attempts\./],
    ['Attempt limit exceeded, please try after some time.', /^Too many attempts\./],
    ['Password did not conform with policy: Password not long enough', 'The password is too short.'],
    ['PreSignUp failed with error only for members.', 'The user pool’s own rules refuse this: only for members'],
  ])('is told in a sentence of ours: %s', (original, sentence) => {
    expect(said(original)).toEqual({ said: expect.stringMatching(sentence), isSetUp: false, details: '' });
  });
});
