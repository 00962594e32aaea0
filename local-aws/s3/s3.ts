import { join } from 'node:path';
import type { AwsRequest, AwsService, World } from '../service.ts';
import { AwsError } from '../service.ts';
import { parseAddress } from './address.ts';
import type { Gatekeepers } from './answer-request.ts';
import { answerRequest } from './answer-request.ts';
import { createBlobFolder } from './blob-folder.ts';
import type { ObjectAbout } from './object-folder.ts';
import { readOperation } from './operation.ts';
import { requestHeaders } from './request-headers.ts';
import { createStorageFolder } from './storage-folder.ts';
import { createUploads } from './uploads.ts';
import { errorResponse } from './xml-response.ts';

/** The embedded S3: one private bucket, without versions and ACLs. */
export interface S3 extends AwsService {
  objects(): Promise<readonly { readonly key: string; readonly size: number; readonly contentType: string }[]>;
  /** Multipart uploads that are neither completed nor aborted. */
  uploads(): Promise<readonly { readonly key: string; readonly uploadId: string }[]>;
  /** Empties the bucket. */
  reset(): Promise<void>;
  /** Removes the temporary folder, where there is one. */
  close(): Promise<void>;
}

export interface S3Deps extends Gatekeepers {
  readonly world: World;
  /** The embedded AWS's data folder; null: a temporary one of S3's own. */
  readonly dir: string | null;
}

export async function createS3(deps: S3Deps): Promise<S3> {
  const { world, dir } = deps;
  const folder = createStorageFolder(dir);
  const randomBytes = (length: number) => world.randomBytes(length);
  const objects = createBlobFolder<ObjectAbout>(async () => join(await folder.path(), 'objects'), randomBytes);
  const uploads = createUploads(async () => join(await folder.path(), 'uploads'), randomBytes);
  if (dir !== null) await objects.sweep();

  const newId = () => Buffer.from(world.randomBytes(8)).toString('hex').toUpperCase();

  function refuse(error: AwsError): Response {
    const id = newId();
    return withServerHeaders(errorResponse(error, id), id, world.now());
  }

  return {
    name: 's3',
    operation: operationName,
    async handle(request) {
      try {
        const answer = await answerRequest(request, deps, { world, objects, uploads });
        return withServerHeaders(answer, newId(), world.now());
      } catch (error) {
        if (!(error instanceof AwsError) || request.method !== 'HEAD') throw error;
        const { status, headers } = refuse(error);
        return new Response(null, { status, headers });
      }
    },
    refuse,
    async objects() {
      const all = await objects.all();
      return all
        .map(({ name, size, about }) => ({ key: name, size, contentType: about.headers['content-type'] ?? '' }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
    },
    async uploads() {
      return (await uploads.all()).map(({ id, about }) => ({ key: about.key, uploadId: id }));
    },
    reset: () => folder.remove(),
    async close() {
      if (dir === null) await folder.remove();
    },
  };
}

/** For the log, so an address that cannot be read has a name, too. */
function operationName(request: AwsRequest): string {
  try {
    const { url, method } = request;
    return readOperation(method, parseAddress(url), url.searchParams, requestHeaders(request)).name;
  } catch (error) {
    if (error instanceof URIError) return 'Unknown';
    throw error;
  }
}

function withServerHeaders(response: Response, requestId: string, now: number): Response {
  response.headers.set('x-amz-request-id', requestId);
  response.headers.set('x-amz-id-2', requestId);
  response.headers.set('date', new Date(now).toUTCString());
  response.headers.set('server', 'AmazonS3');
  return response;
}
