import { AwsError, type World } from '../service.ts';
import type { Exchange } from './srp.ts';
import type { User } from './user.ts';

/** A sign-in that waits for its next answer. `user` is null where somebody tries a name that does not exist. */
type Challenge =
  | { readonly kind: 'choice'; readonly name: string }
  | { readonly kind: 'password'; readonly user: User | null; readonly exchange: Exchange }
  | { readonly kind: 'new password'; readonly user: User }
  | { readonly kind: 'authenticator'; readonly user: User }
  | { readonly kind: 'mailed code'; readonly user: User; readonly code: string }
  | { readonly kind: 'second factor'; readonly user: User }
  | {
      readonly kind: 'authenticator set-up';
      readonly user: User;
      readonly secret: string | null;
      readonly done: boolean;
    };

type ChallengeOf<K extends Challenge['kind']> = Extract<Challenge, { kind: K }>;

/** Open challenges, by the session (or secret block) that a client sends back. In memory: each lives three minutes at most. */
export interface Challenges {
  open(challenge: Challenge): string;
  /** Throws NotAuthorizedException where there is none of this kind, or it is used up or too old. */
  find<K extends Challenge['kind']>(session: string, kind: K): ChallengeOf<K>;
  /** Uses it up. Found and used in one go, no answer counts twice. */
  use(session: string): void;
  /** Ends all challenges. */
  clear(): void;
}

const lifetime = 3 * 60_000;

export function createChallenges(world: World): Challenges {
  const entries = new Map<string, { challenge: Challenge; openedAt: number; used: boolean }>();

  function forgetOld(now: number): void {
    for (const [session, { openedAt }] of entries) if (now - openedAt > 20 * lifetime) entries.delete(session);
  }

  return {
    open(challenge) {
      const now = world.now();
      forgetOld(now);
      const session = Buffer.from(world.randomBytes(96)).toString('base64');
      entries.set(session, { challenge, openedAt: now, used: false });
      return session;
    },
    find(session, kind) {
      const entry = entries.get(session);
      if (entry === undefined || !isOfKind(entry.challenge, kind)) throw refuse('Invalid session for the user.');
      if (entry.used) throw refuse('Invalid session for the user, session can only be used once.');
      if (world.now() - entry.openedAt > lifetime) throw refuse('Invalid session for the user, session is expired.');
      return entry.challenge;
    },
    use(session) {
      const entry = entries.get(session);
      if (entry) entry.used = true;
    },
    clear() {
      entries.clear();
    },
  };
}

const refuse = (message: string): AwsError => new AwsError('NotAuthorizedException', message);

function isOfKind<K extends Challenge['kind']>(challenge: Challenge, kind: K): challenge is ChallengeOf<K> {
  return challenge.kind === kind;
}
