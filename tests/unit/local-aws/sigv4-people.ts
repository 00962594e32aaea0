import type { AwsRequest, Credentials } from '../../../local-aws/service.ts';

/** Sunday noon, for requests with a clock of their own. */
export const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);
export const MINUTE = 60_000;

export const alice: Credentials = {
  accessKeyId: 'ASIAALICE',
  secretAccessKey: 'alice+secret/key',
  sessionToken: 'alice//token+with==signs',
  expiresAt: Number.MAX_SAFE_INTEGER,
  identityId: 'us-east-1:a11ce000-0000-4000-8000-000000000001',
};

export const bob: Credentials = {
  accessKeyId: 'ASIABOB',
  secretAccessKey: 'bob+secret/key',
  sessionToken: 'bob//token+with==signs',
  expiresAt: Number.MAX_SAFE_INTEGER,
  identityId: 'us-east-1:b0b00000-0000-4000-8000-000000000002',
};

/** Given out once, run out since. */
export const expired: Credentials = { ...alice, accessKeyId: 'ASIAEXPIRED', expiresAt: 1 };

/** Never given out. */
export const forged: Credentials = { ...alice, accessKeyId: 'ASIAFORGED' };

export const givenOut = (accessKeyId: string): Credentials | undefined =>
  [alice, bob, expired].find((each) => each.accessKeyId === accessKeyId);

/** The same request with something else about it. */
export const tampered = (request: AwsRequest, change: Partial<AwsRequest>): AwsRequest => ({ ...request, ...change });

/** The same request with one header set to another value, or taken away. */
export function withHeader(request: AwsRequest, name: string, value: string | null): AwsRequest {
  const headers = new Headers(request.headers);
  if (value === null) headers.delete(name);
  else headers.set(name, value);
  return { ...request, headers };
}

/** The same request to an address changed by `change`. */
export function withUrl(request: AwsRequest, change: (url: string) => string): AwsRequest {
  const url = new URL(change(request.url.href));
  return { ...request, url, signedUrl: url };
}
