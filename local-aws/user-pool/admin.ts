import { AwsError } from '../service.ts';
import { isEmail } from './attributes.ts';
import { sendCode } from './codes.ts';
import { checkPassword } from './password-policy.ts';
import type { Pool } from './pool.ts';
import { findUser, newUser, type User, type UserStatus } from './user.ts';

/** A user without anything secret. */
interface UserSummary {
  readonly sub: string;
  readonly username: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly status: UserStatus;
  readonly enabled: boolean;
  readonly mfa: readonly string[];
  /** ms */
  readonly createdAt: number;
}

/** What a second factor is asked for: none, a mailed code, or an authenticator that is set up in the course of the next sign-in. */
type MfaDemand = 'none' | 'email' | 'totp-setup';

/** What the pool's owner can do in the console; here, the control API. Each resolves once it is on disk, and throws AwsError. */
export interface PoolAdmin {
  users(): readonly UserSummary[];
  /** The next sign-in with the temporary password asks for a new one. */
  createUserByAdmin(given: { readonly email: string; readonly temporaryPassword: string }): Promise<UserSummary>;
  /** The old password no longer counts; a code for a new one is mailed. */
  requirePasswordReset(email: string): Promise<void>;
  setMfa(email: string, demand: MfaDemand): Promise<void>;
  setEnabled(email: string, enabled: boolean): Promise<void>;
}

export function createAdmin(pool: Pool): PoolAdmin {
  async function change(email: string, apply: (user: User) => void): Promise<void> {
    const user = findUser(pool.file.value.users, email);
    if (user === undefined) throw new AwsError('UserNotFoundException', 'User does not exist.');
    apply(user);
    await pool.file.save();
  }

  return {
    users: () => pool.file.value.users.map(summaryOf),

    async createUserByAdmin({ email, temporaryPassword }) {
      if (!isEmail(email)) throw new AwsError('InvalidParameterException', 'Username should be an email.');
      checkPassword(temporaryPassword);
      if (findUser(pool.file.value.users, email)) {
        throw new AwsError('UsernameExistsException', 'An account with the given email already exists.');
      }
      const given = { email, password: temporaryPassword, attributes: {} };
      const user = newUser(pool.world, { ...given, status: 'FORCE_CHANGE_PASSWORD' });
      pool.file.value.users.push(user);
      await pool.file.save();
      return summaryOf(user);
    },

    requirePasswordReset: (email) =>
      change(email, (user) => {
        user.status = 'RESET_REQUIRED';
        sendCode(pool, user, 'reset');
      }),

    setMfa: (email, demand) =>
      change(email, (user) => {
        const byMail = demand === 'email';
        user.mfa = {
          enabled: byMail ? ['EMAIL_OTP'] : [],
          preferred: byMail ? 'EMAIL_OTP' : null,
          mustSetUp: demand === 'totp-setup',
        };
      }),

    setEnabled: (email, enabled) =>
      change(email, (user) => {
        user.enabled = enabled;
      }),
  };
}

const summaryOf = (user: User): UserSummary => ({
  sub: user.sub,
  username: user.sub,
  email: user.email,
  emailVerified: user.emailVerified,
  status: user.status,
  enabled: user.enabled,
  mfa: user.mfa.enabled,
  createdAt: user.createdAt,
});
