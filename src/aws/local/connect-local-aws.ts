import type { CognitoEndpoints } from '../amplify-config.ts';
import type { LocalSettings } from '../local-settings.ts';
import { createInbox } from './inbox.ts';
import { s3Location } from './s3-location.ts';

/** How this page reaches the embedded AWS in place of AWS. */
export interface LocalAws {
  readonly endpoints: CognitoEndpoints;
  /** Where an address of the bucket really is. */
  readonly locate: (address: URL) => URL;
  readonly inbox: ReturnType<typeof createInbox>;
}

interface PageParts {
  readonly fetch: typeof fetch;
  /** Calls back every `ms`. Returns the way to stop. */
  readonly every: (ms: number, callback: () => void) => () => void;
}

/** The way to the embedded AWS. Never part of a build for AWS. */
export function connectLocalAws(
  { settings, userPoolEndpoint, identityPoolEndpoint, bucketEndpoint, inboxPath }: LocalSettings,
  { fetch, every }: PageParts,
): LocalAws {
  const locate = s3Location(settings.bucket, settings.region, bucketEndpoint);
  return {
    endpoints: { userPool: userPoolEndpoint, identityPool: identityPoolEndpoint },
    locate: (address) => new URL(locate(address.href)),
    inbox: createInbox({ path: inboxPath, fetch, every }),
  };
}
