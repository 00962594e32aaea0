import { type Result, succeeded } from '#src/notes/result.ts';
import { amplifyConfig } from './amplify-config.ts';
import { type AmplifyLoader, createAmplifyLoader, loaded } from './amplify-loader.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { HashBytes } from './checksum.ts';
import type { Connection } from './connection.ts';
import { createSession, type StorageEvents } from './create-session.ts';
import type { Credentials } from './credentials.ts';
import type { Check } from './doctor/check.ts';
import type { Examination } from './doctor/from-page.ts';
import type { LocalAws } from './local/connect-local-aws.ts';
import type { UploadRequest } from './s3-transport.ts';
import type { Session } from './session.ts';
import { createSessionGate, type SessionChannel } from './session-gate.ts';
import type { AwsSettings } from './settings.ts';
import { createTokenHome } from './token-home.ts';

/** The way out to one person's AWS. */
export interface Aws {
  readonly session: Session;
  /** The notes API and the files. Their code is loaded by this, since a list of notes can do without. Rejects where it cannot be loaded. */
  connect(): Promise<Connection>;
  /** Looks at the connection, hop by hop. Its code is loaded by this. */
  examine(request: Examination): Promise<Result<readonly Check[], AwsFailure>>;
}

/** What of the page and the world around it is handed in. */
export interface AwsWorld {
  /** localStorage, where Amplify keeps its tokens too. */
  readonly storage: Storage;
  /** sessionStorage, for whoever does not want to leave anything on this computer. */
  readonly tabStorage: Storage;
  /** `window`, which tells of storage that another tab has changed. */
  readonly storageEvents: StorageEvents;
  readonly locks: Pick<LockManager, 'request'>;
  /** The way to the other tabs of this app. */
  readonly openChannel: (name: string) => SessionChannel;
  /** Calls back every `ms`. Returns the way to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
  readonly fetch: typeof fetch;
  readonly XMLHttpRequest: new () => UploadRequest;
  readonly sha256: HashBytes;
  /** ms since 1970 */
  readonly now: () => number;
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>;
  /** Told of what should not be but hurts nobody, such as an item in a list that cannot be read. */
  readonly report: (problem: string) => void;
}

/** Puts the parts together. Nothing is loaded or asked before it is needed. `local`: the embedded AWS; null on AWS. */
export function createAws(settings: AwsSettings, local: LocalAws | null, world: AwsWorld): Aws {
  const { storageEvents, fetch, XMLHttpRequest, sha256, now, wait, report, locks, every } = world;
  const home = createTokenHome({ local: world.storage, tab: world.tabStorage });
  const channel = world.openChannel('satchel session');
  const gate = createSessionGate({ locks, channel, every });
  const amplify = createAmplifyLoader(amplifyConfig(settings, local?.endpoints ?? null), home.keeps);
  const credentials = lazyCredentials(amplify);
  const session = createSession({ amplify, credentials, gate, channel, home, storageEvents, backend: settings, wait });
  return {
    session,
    async examine(request) {
      const part = await loaded(import('./doctor/from-page.ts'));
      if (!part.ok) return part;
      const { examineFromPage } = part.value;
      return succeeded(await examineFromPage({ settings, local, amplify, session, gate, fetch, now, wait }, request));
    },
    async connect() {
      const { createConnection } = await import('./connection.ts');
      const locate = local?.locate ?? ((address: URL) => address);
      const { bucket, region } = settings;
      const s3 = { bucket, region, locate, XMLHttpRequest, sha256 };
      return createConnection({ ...s3, amplify, credentials, gate, fetch, every, now, report });
    },
  };
}

/** The credentials, whose code is loaded with the first question: a list of notes can do without. */
function lazyCredentials(amplify: AmplifyLoader): Credentials {
  let credentials: Promise<Credentials> | null = null;
  const load = async () => (await import('./credentials.ts')).createCredentials(amplify);
  return {
    async current(options) {
      credentials ??= load();
      const ready = await loaded(credentials);
      if (ready.ok) return ready.value.current(options);
      credentials = null;
      return ready;
    },
  };
}
