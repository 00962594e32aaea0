import * as v from 'valibot';
import { type Actions, action } from '../aws-json.ts';
import { AwsError } from '../service.ts';
import { userOfAccessToken } from './access.ts';
import type { Pool } from './pool.ts';
import { liveSession, sessionOf } from './refresh-sessions.ts';
import * as field from './request-fields.ts';
import type { TokenPair } from './tokens.ts';

/** Carrying a session on and ending it. Refresh tokens are not rotated. */
export const sessionActions = (pool: Pool): Actions => ({
  GetTokensFromRefreshToken: action(
    v.object({ ClientId: field.clientId, RefreshToken: field.token }),
    async ({ RefreshToken }) => ({ AuthenticationResult: await refresh(pool, RefreshToken) }),
  ),

  RevokeToken: action(v.object({ ClientId: field.clientId, Token: field.token }), async ({ Token }) => {
    const readings = [await pool.tokens.read(Token, 'access'), await pool.tokens.read(Token, 'id')];
    if (readings.some(({ kind }) => kind === 'good')) {
      throw new AwsError('UnsupportedTokenTypeException', 'The token type is not supported.');
    }
    // A token that is not there counts as revoked (RFC 7009, 2.2).
    const session = sessionOf(pool, Token);
    if (session) session.revoked = true;
    return {};
  }),

  GlobalSignOut: action(v.object({ AccessToken: field.token }), async ({ AccessToken }) => {
    const { sub } = await userOfAccessToken(pool, AccessToken);
    for (const session of pool.file.value.sessions) if (session.sub === sub) session.revoked = true;
    return {};
  }),
});

/** New tokens of the session; its refresh token stays. Throws NotAuthorizedException or PasswordResetRequiredException. */
export async function refresh(pool: Pool, refreshToken: string): Promise<TokenPair> {
  const session = liveSession(pool, refreshToken);
  const user = pool.file.value.users.find(({ sub }) => sub === session.sub);
  if (user === undefined) throw new AwsError('NotAuthorizedException', 'Invalid Refresh Token');
  if (!user.enabled) throw new AwsError('NotAuthorizedException', 'User is disabled.');
  if (user.status === 'RESET_REQUIRED') {
    throw new AwsError('PasswordResetRequiredException', 'Password reset required for the user');
  }
  return pool.tokens.issue(user, session);
}
