import type { ServiceName } from './service.ts';
import { account } from './settings.ts';

/** Where a request belongs. */
export type Route =
  | {
      readonly kind: 'service';
      readonly service: ServiceName;
      /** The address on AWS. */
      readonly url: URL;
      /** The address that the client signed. */
      readonly signedUrl: URL;
    }
  /** `path` is what follows `/__aws`, e.g. `/inbox`. */
  | { readonly kind: 'control'; readonly path: string }
  | { readonly kind: 'nowhere' };

const { region } = account;

/**
 * Finds the service that an address is of: AWS's own host names, or a path on any other origin (`/user-pool`, `/identity-pool`,
 * `/notes-api/STAGE/…`, `/s3/BUCKET/KEY`, `/__aws/…`). Paths and queries are kept byte for byte.
 * Who calls the API by path signs that very path; who calls S3 by path signs for the bucket's host on AWS.
 */
export function routeOf(url: URL): Route {
  return url.hostname.endsWith('.amazonaws.com') ? onAws(url) : byPath(url);
}

function onAws(url: URL): Route {
  const service = hosts.find(([host]) => host.test(url.hostname))?.[1];
  return service === undefined ? { kind: 'nowhere' } : { kind: 'service', service, url, signedUrl: url };
}

const hosts: readonly (readonly [host: RegExp, service: ServiceName])[] = [
  [hostName(`cognito-idp.${region}`), 'user-pool'],
  [hostName(`cognito-identity.${region}`), 'identity-pool'],
  [hostName(`${account.apiId}.execute-api.${region}`), 'notes'],
  [/^(.+\.)?s3([.-][a-z0-9-]+)?\.amazonaws\.com$/, 's3'],
];

function hostName(name: string): RegExp {
  return new RegExp(`^${name.replaceAll('.', '\\.')}\\.amazonaws\\.com$`);
}

function byPath(url: URL): Route {
  const [, first = '', rest = ''] = /^\/([^/]*)(.*)$/.exec(url.pathname) ?? [];
  switch (first) {
    case '__aws':
      return { kind: 'control', path: rest };
    case 'user-pool':
      return cognito('user-pool', `cognito-idp.${region}`, rest, url);
    case 'identity-pool':
      return cognito('identity-pool', `cognito-identity.${region}`, rest, url);
    case 'notes-api':
      return toService('notes', `${account.apiId}.execute-api.${region}`, rest, url, url);
    case 's3': {
      const [, bucket, key = ''] = /^\/([a-z0-9.-]+)(.*)$/.exec(rest) ?? [];
      return bucket === undefined ? { kind: 'nowhere' } : toService('s3', `${bucket}.s3.${region}`, key, url);
    }
    default:
      return { kind: 'nowhere' };
  }
}

function cognito(service: ServiceName, host: string, rest: string, url: URL): Route {
  if (service === 'user-pool' && /^\/[^/]+\/\.well-known\/jwks\.json$/.test(rest))
    return toService(service, host, rest, url);
  return rest === '' || rest === '/' ? toService(service, host, '/', url) : { kind: 'nowhere' };
}

function toService(service: ServiceName, host: string, path: string, from: URL, signed?: URL): Route {
  const url = new URL(`https://${host}.amazonaws.com${path}${from.search}`);
  return { kind: 'service', service, url, signedUrl: signed ?? url };
}
