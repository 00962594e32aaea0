import { AwsError } from '../service.ts';
import { countFailure, refuseWhileLocked } from './lockout.ts';
import { afterPassword, askSecondFactor, signedIn } from './next-step.ts';
import { checkPassword } from './password-policy.ts';
import type { Pool } from './pool.ts';
import { required } from './request-fields.ts';
import { recordPassword } from './srp.ts';
import { checkTotp } from './totp.ts';
import type { User } from './user.ts';

/** An answer to a challenge that came after the password. A wrong one leaves the challenge open. */
type Answer = (pool: Pool, session: string, given: Readonly<Record<string, string>>) => Promise<object>;

export const answerNewPassword: Answer = async (pool, session, given) => {
  const { user } = pool.challenges.find(session, 'new password');
  const password = required(given, 'NEW_PASSWORD');
  checkPassword(password);
  pool.challenges.use(session);
  user.password = recordPassword(pool.world, user.sub, password);
  user.status = 'CONFIRMED';
  return afterPassword(pool, user);
};

export const answerChoice: Answer = async (pool, session, given) => {
  const { user } = pool.challenges.find(session, 'second factor');
  const answer = required(given, 'ANSWER');
  const chosen = user.mfa.enabled.find((kind) => kind === answer);
  if (chosen === undefined) throw new AwsError('InvalidParameterException', `${answer} is not one of the choices.`);
  pool.challenges.use(session);
  return askSecondFactor(pool, user, chosen);
};

export const answerAuthenticator: Answer = async (pool, session, given) => {
  const { user } = pool.challenges.find(session, 'authenticator');
  const code = required(given, 'SOFTWARE_TOKEN_MFA_CODE');
  refuseWhileLocked(user, pool.world.now());
  if (user.totp === null) {
    throw new AwsError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');
  }
  const check = checkTotp(user.totp.secret, code, pool.world.now(), user.totp.lastStep);
  if (check.kind === 'used') {
    throw new AwsError('ExpiredCodeException', 'Your software token has already been used once.');
  }
  if (check.kind === 'wrong') throw wrongCode(pool, user);
  pool.challenges.use(session);
  user.totp = { ...user.totp, lastStep: check.step };
  return signedIn(pool, user);
};

export const answerMailedCode: Answer = async (pool, session, given) => {
  const { user, code } = pool.challenges.find(session, 'mailed code');
  const answer = required(given, 'EMAIL_OTP_CODE');
  refuseWhileLocked(user, pool.world.now());
  if (answer !== code) throw wrongCode(pool, user);
  pool.challenges.use(session);
  return signedIn(pool, user);
};

/** The end of MFA_SETUP, after AssociateSoftwareToken and VerifySoftwareToken. */
export const answerSetUp: Answer = async (pool, session) => {
  const { user, done } = pool.challenges.find(session, 'authenticator set-up');
  if (!done) throw new AwsError('InvalidParameterException', 'User has not verified software token mfa');
  pool.challenges.use(session);
  return signedIn(pool, user);
};

function wrongCode(pool: Pool, user: User): AwsError {
  countFailure(user, pool.world.now());
  return new AwsError('CodeMismatchException', 'Invalid code received for user');
}
