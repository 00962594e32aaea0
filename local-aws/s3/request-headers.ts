import type { AwsRequest } from '../service.ts';
import { AwsError } from '../service.ts';
import { account } from '../settings.ts';
import { notImplemented } from './refusals.ts';

/** A request's headers; those of the x-amz- kind may stand in the query of a presigned address instead. */
export function requestHeaders(request: AwsRequest): Headers {
  const headers = new Headers(request.headers);
  for (const [name, value] of request.url.searchParams)
    if (name.startsWith('x-amz-') && !headers.has(name)) headers.set(name, value);
  return headers;
}

/** Throws where a header asks for something that this S3 cannot do, rather than not to do it in silence. */
export function refuseUnsupported(headers: Headers): void {
  const owner = headers.get('x-amz-expected-bucket-owner');
  if (owner !== null && owner !== account.id) throw new AwsError('AccessDenied', 'Access Denied', 403);
  const acl = headers.get('x-amz-acl');
  const grants = [...headers.keys()].some((name) => name.startsWith('x-amz-grant-'));
  if (grants || (acl !== null && acl !== 'bucket-owner-full-control'))
    throw new AwsError('AccessControlListNotSupported', 'The bucket does not allow ACLs');
  if ([...headers].some(([name, value]) => isUnsupported(name, value))) throw notImplemented();
}

const isUnsupported = (name: string, value: string) =>
  (name === 'x-amz-server-side-encryption' && value !== 'AES256') ||
  (name === 'x-amz-storage-class' && value !== 'STANDARD') ||
  /^x-amz-(copy-source|object-lock|server-side-encryption-|tagging|website|write-offset|mp-object-size)/.test(name);
