import type { World } from '../service.ts';
import type { RefreshSession } from './refresh-sessions.ts';
import type { SigningKey } from './signing-key.ts';
import type { User } from './user.ts';

/** The user pool's file. */
export interface PoolState {
  users: User[];
  sessions: RefreshSession[];
  /** null until the first token is needed: making an RSA key takes up to a second. */
  signingKey: SigningKey | null;
  /** Hexadecimal; what the answers for users that do not exist are made from, always the same for a name. */
  readonly decoySecret: string;
}

export function emptyState(world: World): PoolState {
  const decoySecret = Buffer.from(world.randomBytes(32)).toString('hex');
  return { users: [], sessions: [], signingKey: null, decoySecret };
}
