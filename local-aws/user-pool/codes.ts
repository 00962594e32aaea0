import { AwsError, type InboxMessage, type World } from '../service.ts';
import type { Pool } from './pool.ts';
import type { User } from './user.ts';

/** What a mailed code that is kept with its user can be for. */
export type CodePurpose = 'sign-up' | 'reset' | 'attribute';

export interface PendingCode {
  readonly code: string;
  /** ms */
  readonly expiresAt: number;
}

export interface CodeDelivery {
  readonly AttributeName: 'email';
  readonly DeliveryMedium: 'EMAIL';
  readonly Destination: string;
}

const hour = 3_600_000;
const validity: Record<CodePurpose, number> = { 'sign-up': 24 * hour, reset: hour, attribute: 24 * hour };
const wrongCodesAnHour = 5;

/** Mails a new code, which takes the place of the one before. */
export function sendCode(pool: Pool, user: User, purpose: CodePurpose, to: string = user.email): CodeDelivery {
  const code = mailCode(pool, purpose, to);
  user.codes[purpose] = { code, expiresAt: pool.world.now() + validity[purpose] };
  return deliveryTo(to);
}

export function mailCode(pool: Pool, kind: InboxMessage['kind'], to: string): string {
  const code = sixDigits(pool.world);
  pool.deliver({ to, kind, code, sentAt: pool.world.now() });
  return code;
}

/** Uses the code up. Throws LimitExceededException after five wrong ones within an hour, ExpiredCodeException, CodeMismatchException. */
export function takeCode(pool: Pool, user: User, purpose: CodePurpose, given: string): void {
  const now = pool.world.now();
  const wrong = (user.wrongCodes[purpose] ?? []).filter((at) => now - at < hour);
  if (wrong.length >= wrongCodesAnHour) {
    throw new AwsError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');
  }
  const pending = user.codes[purpose];
  if (pending === undefined || now >= pending.expiresAt) throw noSuchCode();
  if (pending.code !== given) {
    user.wrongCodes[purpose] = [...wrong, now];
    throw wrongCode();
  }
  delete user.codes[purpose];
  delete user.wrongCodes[purpose];
}

export const noSuchCode = (): AwsError =>
  new AwsError('ExpiredCodeException', 'Invalid code provided, please request a code again.');

export const wrongCode = (): AwsError =>
  new AwsError('CodeMismatchException', 'Invalid verification code provided, please try again.');

/** Tells where a code went without telling the address: `a***@e***`. */
export function deliveryTo(address: string): CodeDelivery {
  const [name = '', domain = ''] = address.split('@');
  const Destination = `${name.charAt(0)}***@${domain.charAt(0)}***`;
  return { AttributeName: 'email', DeliveryMedium: 'EMAIL', Destination };
}

function sixDigits(world: World): string {
  // 2^32 is so much larger than a million that the first codes are not noticeably likelier.
  const number = Buffer.from(world.randomBytes(4)).readUInt32BE();
  return String(number % 1_000_000).padStart(6, '0');
}
