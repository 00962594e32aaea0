import { account } from '../settings.ts';
import type { S3Address } from './address.ts';

/** What a request asks of S3, and all that IAM must allow for it. */
export interface S3Operation {
  /** As in the API reference, e.g. `PutObject`; `Unknown` for what S3 has no name for. */
  readonly name: string;
  readonly permissions: readonly Permission[];
}

interface Permission {
  readonly action: string;
  readonly resource: string;
  /** What conditions of a policy may look at. */
  readonly context?: Readonly<Record<string, string>>;
}

type Row = readonly [subresource: string | null, name: string, action: string];
type Table = Readonly<Record<string, readonly Row[]>>;

/** By method, the first row whose query parameter is there. */
const objectOperations: Table = {
  GET: [
    ['uploadId', 'ListParts', 's3:ListMultipartUploadParts'],
    ['acl', 'GetObjectAcl', 's3:GetObjectAcl'],
    ['attributes', 'GetObjectAttributes', 's3:GetObjectAttributes'],
    ['legal-hold', 'GetObjectLegalHold', 's3:GetObjectLegalHold'],
    ['retention', 'GetObjectRetention', 's3:GetObjectRetention'],
    ['tagging', 'GetObjectTagging', 's3:GetObjectTagging'],
    [null, 'GetObject', 's3:GetObject'],
  ],
  HEAD: [[null, 'HeadObject', 's3:GetObject']],
  PUT: [
    ['uploadId', 'UploadPart', 's3:PutObject'],
    ['acl', 'PutObjectAcl', 's3:PutObjectAcl'],
    ['legal-hold', 'PutObjectLegalHold', 's3:PutObjectLegalHold'],
    ['retention', 'PutObjectRetention', 's3:PutObjectRetention'],
    ['tagging', 'PutObjectTagging', 's3:PutObjectTagging'],
    [null, 'PutObject', 's3:PutObject'],
  ],
  POST: [
    ['uploads', 'CreateMultipartUpload', 's3:PutObject'],
    ['uploadId', 'CompleteMultipartUpload', 's3:PutObject'],
    ['restore', 'RestoreObject', 's3:RestoreObject'],
    ['select', 'SelectObjectContent', 's3:GetObject'],
  ],
  DELETE: [
    ['uploadId', 'AbortMultipartUpload', 's3:AbortMultipartUpload'],
    ['tagging', 'DeleteObjectTagging', 's3:DeleteObjectTagging'],
    [null, 'DeleteObject', 's3:DeleteObject'],
  ],
};

const bucketOperations: Table = {
  GET: [
    ['acl', 'GetBucketAcl', 's3:GetBucketAcl'],
    ['cors', 'GetBucketCors', 's3:GetBucketCORS'],
    ['location', 'GetBucketLocation', 's3:GetBucketLocation'],
    ['policy', 'GetBucketPolicy', 's3:GetBucketPolicy'],
    ['uploads', 'ListMultipartUploads', 's3:ListBucketMultipartUploads'],
    ['versions', 'ListObjectVersions', 's3:ListBucketVersions'],
    ['list-type', 'ListObjectsV2', 's3:ListBucket'],
    [null, 'ListObjects', 's3:ListBucket'],
  ],
  HEAD: [[null, 'HeadBucket', 's3:ListBucket']],
  PUT: [
    ['acl', 'PutBucketAcl', 's3:PutBucketAcl'],
    ['cors', 'PutBucketCors', 's3:PutBucketCORS'],
    ['policy', 'PutBucketPolicy', 's3:PutBucketPolicy'],
    [null, 'CreateBucket', 's3:CreateBucket'],
  ],
  DELETE: [
    ['cors', 'DeleteBucketCors', 's3:PutBucketCORS'],
    ['policy', 'DeleteBucketPolicy', 's3:DeleteBucketPolicy'],
    [null, 'DeleteBucket', 's3:DeleteBucket'],
  ],
};

export const bucketArn = `arn:aws:s3:::${account.bucket}`;

/** `headers`: those of the request, with what a presigned address has in their place. */
export function readOperation(
  method: string,
  { bucket, key }: S3Address,
  query: URLSearchParams,
  headers: Headers,
): S3Operation {
  if (bucket === null) return { name: 'ListBuckets', permissions: [{ action: 's3:ListAllMyBuckets', resource: '*' }] };
  const rows = (key === '' ? bucketOperations : objectOperations)[method] ?? [];
  const row = rows.find(([subresource]) => subresource === null || query.has(subresource));
  if (row === undefined) return { name: query.has('delete') ? 'DeleteObjects' : 'Unknown', permissions: [] };

  const [, name, action] = row;
  const resource = key === '' ? `arn:aws:s3:::${bucket}` : `arn:aws:s3:::${bucket}/${key}`;
  const versioned = query.has('versionId') ? action.replace(/^s3:(Get|Delete)Object/, 's3:$1ObjectVersion') : action;
  const actions = [versioned, ...(name === 'PutObject' || name === 'CreateMultipartUpload' ? askedBy(headers) : [])];
  return {
    name: headers.has('x-amz-copy-source') ? (copies[name] ?? name) : name,
    permissions: actions.map((each) => ({ action: each, resource, ...(key === '' && { context: listed(query) }) })),
  };
}

/** S3 leaves a key out where the request has no such parameter. */
function listed(query: URLSearchParams): Readonly<Record<string, string>> {
  const prefix = query.get('prefix');
  return prefix === null ? {} : { 's3:prefix': prefix };
}

const copies: Readonly<Record<string, string>> = { PutObject: 'CopyObject', UploadPart: 'UploadPartCopy' };

/** What else a write must be allowed to do, for the headers it carries. */
function askedBy(headers: Headers): readonly string[] {
  const names = [...headers.keys()];
  const actions: string[] = [];
  if (names.some((name) => name === 'x-amz-acl' || name.startsWith('x-amz-grant-'))) actions.push('s3:PutObjectAcl');
  if (names.includes('x-amz-tagging')) actions.push('s3:PutObjectTagging');
  if (names.includes('x-amz-object-lock-legal-hold')) actions.push('s3:PutObjectLegalHold');
  if (names.includes('x-amz-object-lock-mode')) actions.push('s3:PutObjectRetention');
  if (names.includes('if-match')) actions.push('s3:GetObject');
  return actions;
}
