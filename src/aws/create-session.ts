import { failed, succeeded } from '#src/notes/result.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { Credentials } from './credentials.ts';
import type { Backend } from './diagnosis.ts';
import { signedOut } from './failures.ts';
import { forgetTokens } from './forget-tokens.ts';
import type { Session, SignedInUser } from './session.ts';
import type { SessionChannel, SessionGate } from './session-gate.ts';
import type { TokenHome } from './token-home.ts';
import { createUserRecord } from './user-record.ts';

/** Tells of storage that another tab has changed, as `window` does. */
export type StorageEvents = Pick<Window, 'addEventListener'>;

interface SessionParts {
  readonly amplify: AmplifyLoader;
  readonly credentials: Credentials;
  readonly gate: SessionGate;
  /** The other tabs. */
  readonly channel: SessionChannel;
  readonly home: TokenHome;
  readonly storageEvents: StorageEvents;
  readonly backend: Backend;
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>;
}

/** ms that signing out waits for the user pool to revoke the session, where it can be reached only slowly. */
const patience = 4000;

/** The session of whoever is signed in to one backend in this browser. */
export function createSession(parts: SessionParts): Session {
  const { amplify, credentials, gate, channel, home, backend } = parts;
  const record = createUserRecord(home.storage, `${backend.userPoolId}.${backend.identityPoolId}`);
  const listeners = new Set<() => void>();
  let told = record.read();

  function tell(): void {
    told = record.read();
    for (const listener of [...listeners]) listener();
  }

  function tellOfChange(): void {
    if (record.read() !== told) tell();
  }

  // `key` is null where the whole storage was cleared.
  parts.storageEvents.addEventListener('storage', ({ key }) => {
    if (key === record.key || key === null) tellOfChange();
  });
  channel.listen((message) => {
    if (message === 'signed in' && home.keeps()) tell();
  });

  return {
    user: () => record.read(),

    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },

    async prepareSignIn(onSignedIn, words) {
      const signIn = await loaded(amplify.signIn());
      if (!signIn.ok) return signIn;
      const { speak, authenticatorParts } = signIn.value;
      speak(words ?? null);
      return succeeded(authenticatorParts({ onSignedIn, alone: gate.alone, keeps: home.keeps, backend }));
    },

    completeSignIn: () =>
      gate.alone(async () => {
        const identity = await credentials.current();
        if (!identity.ok) return identity;
        const { sub, identityId, email } = identity.value;
        const user: SignedInUser = { sub, identityId, email };
        if (!isSame(user, record.read())) record.write(user);
        if (home.keeps()) channel.post('signed in');
        tell();
        return succeeded(user);
      }),

    async check(user, { refresh = false } = {}) {
      const identity = await credentials.current({ refresh });
      if (!identity.ok) return identity;
      const { sub, identityId } = identity.value;
      if (sub === user.sub && identityId === user.identityId) return succeeded(undefined);
      return failed(signedOut(`Signed in is ${sub} (${identityId}), not ${user.sub} (${user.identityId}).`));
    },

    during: gate.during,

    keeps: home.keeps,

    keep(keeps) {
      home.keep(keeps);
      tellOfChange();
    },

    signOut: () =>
      gate.alone(async () => {
        const auth = await loaded(amplify.auth());
        if (auth.ok) await Promise.race([auth.value.signOut(), parts.wait(patience)]);
        if (auth.ok) await auth.value.clearCredentials();
        forgetTokens(home.storage(), backend.userPoolClientId);
        record.remove();
        tellOfChange();
      }),
  };
}

const isSame = (a: SignedInUser, b: SignedInUser | null): boolean =>
  b !== null && a.sub === b.sub && a.identityId === b.identityId && a.email === b.email;
