import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { userOfAccessToken } from './access.ts';
import type { Pool } from './pool.ts';
import * as field from './request-fields.ts';
import { checkTotp, toBase32 } from './totp.ts';
import type { MfaKind, SoftwareToken, User } from './user.ts';

const identified = { AccessToken: v.nullish(field.token), Session: v.nullish(field.session) };
const setting = v.nullish(v.object({ Enabled: v.nullish(v.boolean(), false), PreferredMfa: v.nullish(v.boolean()) }));

/** Second factors: an authenticator app, set up with an access token or in the course of a sign-in (`Session`), and mailed codes. */
export const mfaActions = (pool: Pool): Actions => ({
  AssociateSoftwareToken: action(v.object(identified), async ({ AccessToken, Session }) => {
    const secret = toBase32(pool.world.randomBytes(32));
    if (Session) {
      const open = pool.challenges.find(Session, 'authenticator set-up');
      pool.challenges.use(Session);
      return { SecretCode: secret, Session: pool.challenges.open({ ...open, secret }) };
    }
    const user = await userOfAccessToken(pool, AccessToken ?? missing());
    user.pendingTotp = secret;
    return { SecretCode: secret };
  }),

  VerifySoftwareToken: action(
    v.object({ ...identified, UserCode: field.totpCode }),
    async ({ AccessToken, Session, UserCode }) => {
      if (Session) {
        const open = pool.challenges.find(Session, 'authenticator set-up');
        const { user } = open;
        user.totp = firstCode(pool, open.secret, UserCode);
        user.mfa = { enabled: ['SOFTWARE_TOKEN_MFA'], preferred: 'SOFTWARE_TOKEN_MFA', mustSetUp: false };
        pool.challenges.use(Session);
        return { Status: 'SUCCESS', Session: pool.challenges.open({ ...open, done: true }) };
      }
      const user = await userOfAccessToken(pool, AccessToken ?? missing());
      user.totp = firstCode(pool, user.pendingTotp, UserCode);
      user.pendingTotp = null;
      return { Status: 'SUCCESS' };
    },
  ),

  SetUserMFAPreference: action(
    v.object({
      AccessToken: field.token,
      SMSMfaSettings: setting,
      SoftwareTokenMfaSettings: setting,
      EmailMfaSettings: setting,
    }),
    async ({ AccessToken, SMSMfaSettings, SoftwareTokenMfaSettings, EmailMfaSettings }) => {
      const user = await userOfAccessToken(pool, AccessToken);
      if (SMSMfaSettings?.Enabled) throw invalid('User does not have delivery config set to turn on SMS_MFA');
      if (SoftwareTokenMfaSettings?.Enabled && user.totp === null) {
        throw invalid('User has not verified software token mfa');
      }
      if (SoftwareTokenMfaSettings?.PreferredMfa && EmailMfaSettings?.PreferredMfa) {
        throw invalid('Only one MFA method can be preferred.');
      }
      if (SoftwareTokenMfaSettings) setPreference(user, 'SOFTWARE_TOKEN_MFA', SoftwareTokenMfaSettings);
      if (EmailMfaSettings) setPreference(user, 'EMAIL_OTP', EmailMfaSettings);
      return {};
    },
  ),
});

/** The authenticator, once it has shown a code that fits its secret; that code counts as used. */
function firstCode(pool: Pool, secret: string | null, code: string): SoftwareToken {
  if (secret === null) {
    throw new AwsError('SoftwareTokenMFANotFoundException', 'Software Token MFA does not exist for the user.');
  }
  const check = checkTotp(secret, code, pool.world.now(), 0);
  if (check.kind !== 'good') throw new AwsError('EnableSoftwareTokenMFAException', 'Code mismatch');
  return { secret, lastStep: check.step };
}

function setPreference(
  user: User,
  kind: MfaKind,
  { Enabled, PreferredMfa }: { Enabled: boolean; PreferredMfa?: boolean | null | undefined },
): void {
  const others = user.mfa.enabled.filter((enabled) => enabled !== kind);
  const isPreferred = Enabled && (PreferredMfa ?? user.mfa.preferred === kind);
  const otherPreferred = user.mfa.preferred === kind ? null : user.mfa.preferred;
  user.mfa = {
    ...user.mfa,
    enabled: Enabled ? [...others, kind] : others,
    preferred: isPreferred ? kind : otherPreferred,
  };
}

function missing(): never {
  throw invalid('Missing required parameter AccessToken or Session');
}

const invalid = (message: string): AwsError => new AwsError('InvalidParameterException', message);
