import { AwsError } from '../service.ts';
import { deliveryTo, mailCode } from './codes.ts';
import { forgetFailures } from './lockout.ts';
import type { Pool } from './pool.ts';
import { openSession } from './refresh-sessions.ts';
import type { MfaKind, User } from './user.ts';

/** The answer to a right password: the next challenge, or the tokens. */
export async function afterPassword(pool: Pool, user: User): Promise<object> {
  if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
  if (user.status === 'FORCE_CHANGE_PASSWORD') {
    return challenge('NEW_PASSWORD_REQUIRED', pool.challenges.open({ kind: 'new password', user }), {
      USER_ID_FOR_SRP: user.sub,
      requiredAttributes: '[]',
      userAttributes: JSON.stringify({
        ...user.attributes,
        email: user.email,
        email_verified: `${user.emailVerified}`,
      }),
    });
  }
  const [first, ...others] = user.mfa.enabled;
  if (first !== undefined) {
    const asked = user.mfa.preferred ?? (others.length === 0 ? first : null);
    return asked === null ? offerSecondFactors(pool, user) : askSecondFactor(pool, user, asked);
  }
  if (user.mfa.mustSetUp) {
    const session = pool.challenges.open({ kind: 'authenticator set-up', user, secret: null, done: false });
    return challenge('MFA_SETUP', session, { MFAS_CAN_SETUP: '["SOFTWARE_TOKEN_MFA"]', USER_ID_FOR_SRP: user.sub });
  }
  return signedIn(pool, user);
}

function offerSecondFactors(pool: Pool, user: User): object {
  return challenge('SELECT_MFA_TYPE', pool.challenges.open({ kind: 'second factor', user }), {
    MFAS_CAN_CHOOSE: JSON.stringify(user.mfa.enabled),
    USER_ID_FOR_SRP: user.sub,
  });
}

export function askSecondFactor(pool: Pool, user: User, kind: MfaKind): object {
  if (kind === 'SOFTWARE_TOKEN_MFA') {
    const session = pool.challenges.open({ kind: 'authenticator', user });
    return challenge(kind, session, { USER_ID_FOR_SRP: user.sub });
  }
  const code = mailCode(pool, 'sign-in', user.email);
  return challenge(kind, pool.challenges.open({ kind: 'mailed code', user, code }), {
    CODE_DELIVERY_DELIVERY_MEDIUM: 'EMAIL',
    CODE_DELIVERY_DESTINATION: deliveryTo(user.email).Destination,
    USER_ID_FOR_SRP: user.sub,
  });
}

/** Opens a session: the tokens, the refresh token among them. */
export async function signedIn(pool: Pool, user: User): Promise<object> {
  // The account may have gone while its sign-in was under way.
  if (!pool.file.value.users.includes(user)) throw new AwsError('UserNotFoundException', 'User does not exist.');
  forgetFailures(user);
  const { session, refreshToken } = openSession(pool, user);
  const tokens = await pool.tokens.issue(user, session);
  return { ChallengeParameters: {}, AuthenticationResult: { ...tokens, RefreshToken: refreshToken } };
}

export const challenge = (ChallengeName: string, Session: string, ChallengeParameters: Record<string, string>) => ({
  ChallengeName,
  Session,
  ChallengeParameters,
});
