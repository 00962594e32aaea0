import { placeOf, statement } from '#src/notes/object-place.ts';
import type { Backend, Diagnosis } from './diagnosis.ts';

const corsOf = ({ bucket }: Backend) => `S3 → Buckets → ${bucket} → Permissions → Cross-origin resource sharing (CORS)`;

/** The headers that a page needs to see of the bucket's answers. */
const exposed = [
  'ETag',
  'Date',
  'Last-Modified',
  'Accept-Ranges',
  'Content-Length',
  'Content-Range',
  'Content-Disposition',
  'x-amz-request-id',
  'x-amz-id-2',
  'x-amz-checksum-crc32',
  'x-amz-checksum-crc32c',
  'x-amz-checksum-sha1',
  'x-amz-checksum-sha256',
  'x-amz-checksum-type',
];

/** The bucket's CORS configuration, as the console takes it. */
export const bucketCorsRules = (origin: string): string =>
  JSON.stringify(
    [
      {
        AllowedOrigins: [origin],
        AllowedMethods: ['GET', 'PUT', 'POST', 'HEAD', 'DELETE'],
        AllowedHeaders: ['*'],
        ExposeHeaders: exposed,
        MaxAgeSeconds: 3000,
      },
    ],
    null,
    2,
  );

/** A page cannot tell the two apart: what is not there has no CORS either. */
export const bucketUnreadable = (backend: Backend, origin: string): Diagnosis => ({
  message:
    'S3 does not let {origin} read the bucket: there is none named {bucket} in {region}, or its CORS is not set up.',
  values: { origin, bucket: backend.bucket, region: backend.region },
  change: {
    message: 'Compare VITE_BUCKET and VITE_REGION with the bucket. If they are right, put these rules under its CORS.',
  },
  where: corsOf(backend),
  statement: bucketCorsRules(origin),
});

export const bucketWithoutCors = (backend: Backend, origin: string): Diagnosis => ({
  message: 'The bucket is there, but its CORS does not let {origin} in.',
  values: { origin },
  change: { message: 'Put these rules under the bucket’s CORS.' },
  where: corsOf(backend),
  statement: bucketCorsRules(origin),
});

const noSuchBucket: Diagnosis = {
  message: 'There is no bucket of the name in VITE_BUCKET.',
  change: { message: 'Set VITE_BUCKET to the name of your bucket for attachments.' },
  where: 'S3 → Buckets',
};

export const bucketElsewhere: Diagnosis = {
  message: 'The bucket is in another region than VITE_REGION says.',
  change: {
    message: 'All parts must be in one region: use a bucket in that of the user pool, and name it in VITE_BUCKET.',
  },
  where: 'S3 → Buckets → AWS Region',
};

const bucketSignature: Diagnosis = {
  message: 'S3 takes our signature for wrong: the region or the name of the bucket does not fit.',
  change: { message: 'Compare VITE_REGION and VITE_BUCKET with the bucket, then sign out and in again.' },
  where: 'S3 → Buckets',
};

export const etagHidden = (backend: Backend, origin: string): Diagnosis => ({
  message: 'The bucket does not show ETag to the app, so that large files take longer to send.',
  change: { message: 'Add ETag to ExposeHeaders of the bucket’s CORS.' },
  where: corsOf(backend),
  statement: bucketCorsRules(origin),
});

export const bytesChanged: Diagnosis = {
  message: 'The bucket gave back other bytes than it was sent.',
  change: { message: 'Something between here and S3 changes files, such as a proxy. Try another network.' },
  where: null,
};

export type ObjectAct = 'put' | 'get' | 'delete' | 'abort' | 'parts';

const acts: Readonly<Record<ObjectAct, { readonly action: string; readonly message: string }>> = {
  put: {
    action: 's3:PutObject',
    message: 'AWS does not take files under {prefix}: the prefix does not fit the policy.',
  },
  get: { action: 's3:GetObject', message: 'AWS takes files under {prefix}, but does not give them out again.' },
  delete: {
    action: 's3:DeleteObject',
    message: 'AWS does not let you delete files under {prefix}. The file of this check is still there.',
  },
  abort: {
    action: 's3:AbortMultipartUpload',
    message: 'AWS does not let you give up an upload under {prefix}: cancelled ones would leave their parts behind.',
  },
  parts: {
    action: 's3:ListMultipartUploadParts',
    message: 'AWS does not tell which parts of an upload under {prefix} it has, so that a broken one begins again.',
  },
};

/** All that the app does with a person's own objects. */
const actions = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
];

/** What the policy lacks for the object. */
export function objectDenied(act: ObjectAct, key: string, identityId: string, { bucket }: Backend): Diagnosis {
  const place = placeOf(key, { identityId, bucket });
  const { action, message } = acts[act];
  return {
    message,
    values: { prefix: place.kind === 'own' ? place.prefix : key },
    change: {
      message:
        'Allow {action} for the key {key} in the policy of the role for signed-in people, or set VITE_ATTACHMENTS_PREFIX to what the policy allows.',
      values: { action, key },
    },
    where: 'IAM → Roles → the role for signed-in people → Permissions',
    ...(place.kind === 'own' && { statement: statement(actions, [place.resource]) }),
  };
}

/** What S3's refusal shows to be set up wrong with the bucket itself; null: nothing that is known. */
export function bucketDiagnosis(code: string): Diagnosis | null {
  if (code === 'NoSuchBucket') return noSuchBucket;
  if (code === 'PermanentRedirect' || code === 'AuthorizationHeaderMalformed') return bucketElsewhere;
  return code === 'SignatureDoesNotMatch' ? bucketSignature : null;
}
