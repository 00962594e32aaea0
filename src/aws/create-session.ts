import { failed, succeeded } from '#src/notes/result.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { Credentials } from './credentials.ts';
import { signedOut } from './failures.ts';
import { forgetTokens } from './forget-tokens.ts';
import type { Session, SignedInUser } from './session.ts';
import { createUserRecord } from './user-record.ts';

/** Tells of storage that another tab has changed, as `window` does. */
export type StorageEvents = Pick<Window, 'addEventListener'>;

interface SessionParts {
  readonly amplify: AmplifyLoader;
  readonly credentials: Credentials;
  /** localStorage: shared by all tabs. */
  readonly storage: Storage;
  readonly storageEvents: StorageEvents;
  readonly backend: {
    readonly userPoolId: string;
    readonly userPoolClientId: string;
    readonly identityPoolId: string;
  };
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>;
}

/** ms that signing out waits for the user pool to revoke the session, where it can be reached only slowly. */
const patience = 4000;

/** The session of whoever is signed in to one backend in this browser. */
export function createSession(parts: SessionParts): Session {
  const { amplify, credentials, storage, backend } = parts;
  const record = createUserRecord(storage, `${backend.userPoolId}.${backend.identityPoolId}`);
  const listeners = new Set<() => void>();
  let told = record.read();

  function tellOfChange(): void {
    const user = record.read();
    if (user === told) return;
    told = user;
    for (const listener of listeners) listener();
  }

  // `key` is null where the whole storage was cleared.
  parts.storageEvents.addEventListener('storage', ({ key }) => {
    if (key === record.key || key === null) tellOfChange();
  });

  return {
    user: () => record.read(),

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async prepareSignIn(onSignedIn) {
      const signIn = await loaded(amplify.signIn());
      return signIn.ok ? succeeded(signIn.value.authenticatorCalls(onSignedIn)) : signIn;
    },

    async completeSignIn() {
      const identity = await credentials.current();
      if (!identity.ok) return identity;
      const { sub, identityId, email } = identity.value;
      const user: SignedInUser = { sub, identityId, email };
      if (!isSame(user, record.read())) record.write(user);
      tellOfChange();
      return succeeded(user);
    },

    async check(user, { refresh = false } = {}) {
      const identity = await credentials.current({ refresh });
      if (!identity.ok) return identity;
      const { sub, identityId } = identity.value;
      if (sub === user.sub && identityId === user.identityId) return succeeded(undefined);
      return failed(signedOut(`Signed in is ${sub} (${identityId}), not ${user.sub} (${user.identityId}).`));
    },

    async signOut() {
      const auth = await loaded(amplify.auth());
      if (auth.ok) await Promise.race([auth.value.signOut(), parts.wait(patience)]);
      if (auth.ok) await auth.value.clearCredentials();
      forgetTokens(storage, backend.userPoolClientId);
      record.remove();
      tellOfChange();
    },
  };
}

const isSame = (a: SignedInUser, b: SignedInUser | null): boolean =>
  b !== null && a.sub === b.sub && a.identityId === b.identityId && a.email === b.email;
