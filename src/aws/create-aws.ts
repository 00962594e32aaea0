import { amplifyConfig } from './amplify-config.ts';
import { createAmplifyLoader } from './amplify-loader.ts';
import type { Connection } from './connection.ts';
import { createSession, type StorageEvents } from './create-session.ts';
import { createCredentials } from './credentials.ts';
import type { LocalAws } from './local/connect-local-aws.ts';
import type { Session } from './session.ts';
import type { AwsSettings } from './settings.ts';

/** The way out to one person's AWS. */
export interface Aws {
  readonly session: Session;
  /** The notes API and the files. Their code is loaded by this, since a list of notes can do without. Rejects where it cannot be loaded. */
  connect(): Promise<Connection>;
}

/** What of the page and the world around it is handed in. */
export interface AwsWorld {
  /** localStorage, where Amplify keeps its tokens too. */
  readonly storage: Storage;
  /** `window`, which tells of storage that another tab has changed. */
  readonly storageEvents: StorageEvents;
  readonly fetch: typeof fetch;
  /** ms since 1970 */
  readonly now: () => number;
  /** Resolves after `ms`. */
  readonly wait: (ms: number) => Promise<void>;
  /** Told of what should not be but hurts nobody, such as an item in a list that cannot be read. */
  readonly report: (problem: string) => void;
}

/** Puts the parts together. Nothing is loaded or asked before it is needed. `local`: the embedded AWS; null on AWS. */
export function createAws(settings: AwsSettings, local: LocalAws | null, world: AwsWorld): Aws {
  const { storage, storageEvents, fetch, now, wait, report } = world;
  const amplify = createAmplifyLoader(amplifyConfig(settings, local?.endpoints ?? null));
  const credentials = createCredentials(amplify);
  return {
    session: createSession({ amplify, credentials, storage, storageEvents, backend: settings, wait }),
    async connect() {
      const { createConnection } = await import('./connection.ts');
      const locate = local?.locate ?? ((address: URL) => address);
      return createConnection({ amplify, credentials, region: settings.region, fetch, now, report, locate });
    },
  };
}
