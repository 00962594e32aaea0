import { AwsError } from '../service.ts';
import type { Pool } from './pool.ts';
import type { User } from './user.ts';

/** The user whose access token this is. Throws NotAuthorizedException or UserNotFoundException. */
export async function userOfAccessToken(pool: Pool, accessToken: string): Promise<User> {
  const refuse = (message: string) => new AwsError('NotAuthorizedException', message);
  const reading = await pool.tokens.read(accessToken, 'access');
  if (reading.kind === 'expired') throw refuse('Access Token has expired');
  if (reading.kind !== 'good') throw refuse('Invalid Access Token');
  const { sub, origin_jti } = reading.claims;
  const user = pool.file.value.users.find((candidate) => candidate.sub === sub);
  if (user === undefined) throw new AwsError('UserNotFoundException', 'User does not exist.');
  if (!user.enabled) throw refuse('User is disabled.');
  const session = pool.file.value.sessions.find((candidate) => candidate.originJti === origin_jti);
  if (session === undefined || session.revoked) throw refuse('Access Token has been revoked');
  return user;
}
