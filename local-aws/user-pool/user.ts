import type { World } from '../service.ts';
import { uuid } from '../uuid.ts';
import type { CodePurpose, PendingCode } from './codes.ts';
import type { Failures } from './lockout.ts';
import { type PasswordRecord, recordPassword } from './srp.ts';

export type UserStatus = 'UNCONFIRMED' | 'CONFIRMED' | 'FORCE_CHANGE_PASSWORD' | 'RESET_REQUIRED';
export type MfaKind = 'SOFTWARE_TOKEN_MFA' | 'EMAIL_OTP';

/** A user as the pool's file keeps it; changed in place. Times are ms. */
export interface User {
  /** Also the username: in a pool where people sign in with their address, Cognito makes one of its own. */
  readonly sub: string;
  readonly createdAt: number;
  /** As it was typed; looked up without regard to case. */
  email: string;
  emailVerified: boolean;
  /** A new address that counts once its code has come back. */
  pendingEmail: string | null;
  attributes: Record<string, string>;
  status: UserStatus;
  enabled: boolean;
  password: PasswordRecord;
  codes: Partial<Record<CodePurpose, PendingCode>>;
  /** When wrong codes were given. */
  wrongCodes: Partial<Record<CodePurpose, number[]>>;
  failures: Failures;
  totp: SoftwareToken | null;
  /** The secret (base32) of an authenticator that has not shown a code yet. */
  pendingTotp: string | null;
  mfa: { enabled: MfaKind[]; preferred: MfaKind | null; mustSetUp: boolean };
}

export interface SoftwareToken {
  /** base32 */
  readonly secret: string;
  readonly lastStep: number;
}

export function newUser(
  world: World,
  given: { email: string; password: string; status: UserStatus; attributes: Record<string, string> },
): User {
  const sub = uuid(world);
  return {
    sub,
    createdAt: world.now(),
    email: given.email,
    emailVerified: given.status !== 'UNCONFIRMED',
    pendingEmail: null,
    attributes: given.attributes,
    status: given.status,
    enabled: true,
    password: recordPassword(world, sub, given.password),
    codes: {},
    wrongCodes: {},
    failures: { count: 0, lastAt: 0, lockedUntil: 0 },
    totp: null,
    pendingTotp: null,
    mfa: { enabled: [], preferred: null, mustSetUp: false },
  };
}

/** By address or by username. */
export function findUser(users: readonly User[], name: string): User | undefined {
  const lowerCase = name.toLowerCase();
  return users.find((user) => user.email.toLowerCase() === lowerCase || user.sub === lowerCase);
}
