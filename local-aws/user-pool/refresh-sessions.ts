import { createHash } from 'node:crypto';
import { AwsError } from '../service.ts';
import { uuid } from '../uuid.ts';
import type { Pool } from './pool.ts';
import type { SignIn } from './tokens.ts';
import type { User } from './user.ts';

/** One sign-in, for as long as its refresh token lives. Times are ms. */
export interface RefreshSession extends SignIn {
  readonly sub: string;
  /** SHA-256 of the refresh token, hexadecimal. */
  readonly tokenHash: string;
  readonly expiresAt: number;
  revoked: boolean;
}

const lifetime = 30 * 24 * 3_600_000;

/** A new sign-in of the user, and its refresh token. */
export function openSession(pool: Pool, user: User): { session: RefreshSession; refreshToken: string } {
  const now = pool.world.now();
  const refreshToken = Buffer.from(pool.world.randomBytes(96)).toString('base64url');
  const session: RefreshSession = {
    sub: user.sub,
    originJti: uuid(pool.world),
    authTime: now,
    tokenHash: hashOf(refreshToken),
    expiresAt: now + lifetime,
    revoked: false,
  };
  const state = pool.file.value;
  state.sessions = [...state.sessions.filter((other) => now < other.expiresAt + lifetime), session];
  return { session, refreshToken };
}

export function sessionOf(pool: Pool, refreshToken: string): RefreshSession | undefined {
  const tokenHash = hashOf(refreshToken);
  return pool.file.value.sessions.find((session) => session.tokenHash === tokenHash);
}

/** The session behind a refresh token that is still good. Throws NotAuthorizedException. */
export function liveSession(pool: Pool, refreshToken: string): RefreshSession {
  const session = sessionOf(pool, refreshToken);
  const refuse = (message: string) => new AwsError('NotAuthorizedException', message);
  if (session === undefined) throw refuse('Invalid Refresh Token');
  if (session.revoked) throw refuse('Refresh Token has been revoked');
  if (pool.world.now() >= session.expiresAt) throw refuse('Refresh Token has expired');
  return session;
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
