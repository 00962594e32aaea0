import type { S3Call, S3State } from './call.ts';
import { checksumHeaders } from './checksums.ts';
import { readPayload } from './payload.ts';
import { checkWrite } from './preconditions.ts';
import { storedHeaders } from './stored-headers.ts';

export async function putObject({ key, headers, body }: S3Call, { objects, world }: S3State): Promise<Response> {
  const { bytes, md5, checksum } = readPayload(body, headers);
  const etag = `"${md5.toString('hex')}"`;
  const stored = storedHeaders(headers);
  await objects.put(
    key,
    bytes,
    () => ({ etag, modifiedAt: world.now(), headers: stored, checksum }),
    (current) => checkWrite(headers, current),
  );
  return new Response(null, {
    headers: { etag, ...checksumHeaders(checksum), 'x-amz-server-side-encryption': 'AES256' },
  });
}

/** An object that is not there counts as deleted. */
export async function deleteObject({ key, headers }: S3Call, { objects }: S3State): Promise<Response> {
  await objects.remove(key, (current) => checkWrite(headers, current));
  return new Response(null, { status: 204 });
}
