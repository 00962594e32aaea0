import type { Authorizer } from '../iam/authorize.ts';
import type { AwsRequest, Credentials } from '../service.ts';
import { AwsError } from '../service.ts';
import { account } from '../settings.ts';
import { verifySignature } from '../sigv4/verify-signature.ts';
import { parseAddress } from './address.ts';
import type { S3Handler, S3State } from './call.ts';
import { completeMultipartUpload } from './complete-upload.ts';
import { getObject } from './get-object.ts';
import { listObjects } from './list-objects.ts';
import { abortMultipartUpload, createMultipartUpload, listParts, uploadPart } from './multipart.ts';
import { bucketArn, readOperation } from './operation.ts';
import { deleteObject, putObject } from './put-object.ts';
import { accessDenied, invalidArgument, methodNotAllowed, noSuchBucket, notImplemented } from './refusals.ts';
import { refuseUnsupported, requestHeaders } from './request-headers.ts';

const MAX_KEY_BYTES = 1024;

const handlers: Readonly<Record<string, S3Handler>> = {
  GetObject: getObject,
  HeadObject: getObject,
  PutObject: putObject,
  DeleteObject: deleteObject,
  CreateMultipartUpload: createMultipartUpload,
  UploadPart: uploadPart,
  ListParts: listParts,
  CompleteMultipartUpload: completeMultipartUpload,
  AbortMultipartUpload: abortMultipartUpload,
  ListObjectsV2: listObjects,
};

/** Who may do what. */
export interface Gatekeepers {
  readonly authorize: Authorizer;
  credentials(accessKeyId: string): Credentials | undefined;
}

/** Signature first, then the bucket, then IAM, then the operation. */
export async function answerRequest(
  request: AwsRequest,
  { authorize, credentials }: Gatekeepers,
  state: S3State,
): Promise<Response> {
  const { identityId } = await verifySignature(request, {
    service: 's3',
    region: account.region,
    now: state.world.now(),
    credentials,
  });
  const address = parseAddress(request.url);
  const query = request.url.searchParams;
  const headers = requestHeaders(request);
  const operation = readOperation(request.method, address, query, headers);
  if (address.bucket !== null && address.bucket !== account.bucket) throw noSuchBucket();
  if (Buffer.byteLength(address.key) > MAX_KEY_BYTES) throw new AwsError('KeyTooLongError', 'Your key is too long');
  for (const permission of operation.permissions)
    if (!(await authorize({ identityId, ...permission }))) throw accessDenied(permission.action, permission.resource);

  refuseUnsupported(headers);
  const versionId = query.get('versionId');
  if (versionId !== null && versionId !== 'null') throw invalidArgument('Invalid version id specified');
  const handler = handlers[operation.name];
  if (handler === undefined) throw operation.name === 'Unknown' ? methodNotAllowed() : notImplemented();
  const mayList = () => authorize({ identityId, action: 's3:ListBucket', resource: bucketArn });
  return handler({ method: request.method, key: address.key, query, headers, body: request.body, mayList }, state);
}
