import type { Session, SignedInUser } from '#src/aws/session.ts';
import { failed, succeeded } from '#src/notes/result.ts';
import { awsFailure } from './fake-network.ts';

export const ana: SignedInUser = { sub: 'ana', identityId: 'us-east-1:ana', email: 'ana@example.com' };
export const ben: SignedInUser = { sub: 'ben', identityId: 'us-east-1:ben', email: 'ben@example.com' };

/** The session in one browser. */
export interface FakeSession extends Pick<Session, 'user' | 'subscribe' | 'check' | 'during'> {
  /** How often credentials were refreshed because somebody asked for it. */
  refreshes: number;
  signIn(user: SignedInUser | null): void;
}

export function createFakeSession(): FakeSession {
  const listeners = new Set<() => void>();
  let current: SignedInUser | null = ana;
  return {
    refreshes: 0,
    user: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    async check(user, { refresh = false } = {}) {
      if (refresh) this.refreshes += 1;
      return user.sub === current?.sub ? succeeded(undefined) : failed(awsFailure('signed-out'));
    },
    during: (work) => work(),
    signIn(user) {
      current = user;
      for (const listener of listeners) listener();
    },
  };
}
