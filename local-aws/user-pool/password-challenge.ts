import { createHmac } from 'node:crypto';
import { AwsError } from '../service.ts';
import { uuidFrom } from '../uuid.ts';
import { countFailure, refuseWhileLocked } from './lockout.ts';
import { afterPassword } from './next-step.ts';
import type { Pool } from './pool.ts';
import { required } from './request-fields.ts';
import {
  beginExchange,
  isPassword,
  type PasswordRecord,
  provesPassword,
  readClientPublic,
  recordPassword,
} from './srp.ts';
import { checkTimestamp } from './srp-timestamp.ts';
import { findUser, type User } from './user.ts';

type Parameters = Readonly<Record<string, string>>;

/** The first half of SRP: a PASSWORD_VERIFIER challenge, for names that do not exist just as well. */
export function askForProof(pool: Pool, given: Parameters): object {
  const name = required(given, 'USERNAME');
  const clientPublic = readClientPublic(required(given, 'SRP_A'));
  if (clientPublic === undefined) throw new AwsError('InvalidParameterException', 'SRP_A is not a valid public value.');
  const user = findUser(pool.file.value.users, name) ?? null;
  const { sub, password } = user ?? decoy(pool, name);
  const exchange = beginExchange(pool.world, sub, password, clientPublic);
  return {
    ChallengeName: 'PASSWORD_VERIFIER',
    ChallengeParameters: {
      USERNAME: sub,
      USER_ID_FOR_SRP: sub,
      SALT: password.salt,
      SRP_B: exchange.serverPublic.toString(16),
      SECRET_BLOCK: pool.challenges.open({ kind: 'password', user, exchange }),
    },
  };
}

/** The second half. The challenge is used up by the answer, right or wrong. */
export async function checkProof(pool: Pool, given: Parameters): Promise<object> {
  const name = required(given, 'USERNAME');
  const secretBlock = required(given, 'PASSWORD_CLAIM_SECRET_BLOCK');
  const signature = required(given, 'PASSWORD_CLAIM_SIGNATURE');
  const timestamp = required(given, 'TIMESTAMP');
  const now = pool.world.now();
  const time = checkTimestamp(timestamp, now);
  if (time === 'unreadable') {
    const message = 'TIMESTAMP format should be EEE MMM d HH:mm:ss z yyyy in english';
    throw new AwsError('InvalidParameterException', message);
  }
  const { user, exchange } = pool.challenges.find(secretBlock, 'password');
  pool.challenges.use(secretBlock);
  if (user !== null) refuseByStatus(user, now);
  const proven =
    provesPassword(exchange, { secretBlock: Buffer.from(secretBlock, 'base64'), timestamp, signature }) &&
    time === 'good' &&
    findUser(pool.file.value.users, name) === user;
  return proceed(pool, user, proven);
}

/** A password that is sent as it is, which the choice-based flow allows. */
export async function checkPlainPassword(pool: Pool, given: Parameters): Promise<object> {
  const name = required(given, 'USERNAME');
  const password = required(given, 'PASSWORD');
  const user = findUser(pool.file.value.users, name) ?? null;
  if (user !== null) refuseByStatus(user, pool.world.now());
  const { sub, password: record } = user ?? decoy(pool, name);
  return proceed(pool, user, isPassword(record, sub, password));
}

async function proceed(pool: Pool, user: User | null, proven: boolean): Promise<object> {
  if (user !== null && proven) return afterPassword(pool, user);
  if (user !== null) countFailure(user, pool.world.now());
  throw new AwsError('NotAuthorizedException', 'Incorrect username or password.');
}

// Cognito tells these two states without a look at the password, so that apps can lead on to the right form.
function refuseByStatus(user: User, now: number): void {
  refuseWhileLocked(user, now);
  if (user.status === 'UNCONFIRMED') throw new AwsError('UserNotConfirmedException', 'User is not confirmed.');
  if (user.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user');
  }
}

/** What a user of that name would have: always the same id and salt (RFC 5054, 2.5.1.3), and a password that nobody knows. */
function decoy(pool: Pool, name: string): { sub: string; password: PasswordRecord } {
  const derive = (purpose: string) =>
    createHmac('sha256', pool.file.value.decoySecret).update(`${purpose}:${name.toLowerCase()}`).digest();
  const sub = uuidFrom(derive('id').subarray(0, 16));
  const dice = {
    now: () => pool.world.now(),
    randomBytes: (length: number) => Uint8Array.from(derive('salt').subarray(0, length)),
  };
  return { sub, password: recordPassword(dice, sub, derive('password').toString('hex')) };
}
