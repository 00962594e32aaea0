import type { PolicyDocument } from './policy-document.ts';

/** What the policy of signed-in people depends on; names and ids as AWS has them, or the placeholders of a deployment. */
export interface Deployment {
  readonly region: string;
  readonly accountId: string;
  readonly apiId: string;
  readonly stage: string;
  readonly bucket: string;
}

/** IAM puts the identity id of whoever signed the request here. */
export const IDENTITY = `\${cognito-identity.amazonaws.com:sub}`;

/**
 * All that a signed-in person may do: call the notes routes, and read, write and delete their own objects. The last two S3 actions let
 * a cancelled upload take its parts away and a broken one go on. No s3:ListBucket: a missing object answers 403.
 */
export function authenticatedRolePolicy({ region, accountId, apiId, stage, bucket }: Deployment): PolicyDocument {
  const api = `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}`;
  return {
    Version: '2012-10-17',
    Statement: [
      {
        Sid: 'OwnAttachments',
        Effect: 'Allow',
        Action: [
          's3:GetObject',
          's3:PutObject',
          's3:DeleteObject',
          's3:AbortMultipartUpload',
          's3:ListMultipartUploadParts',
        ],
        Resource: [`arn:aws:s3:::${bucket}/${IDENTITY}/*`],
      },
      {
        Sid: 'NotesApi',
        Effect: 'Allow',
        Action: ['execute-api:Invoke'],
        Resource: ['GET/notes', 'POST/notes', 'GET/notes/*', 'PUT/notes/*', 'DELETE/notes/*'].map(
          (route) => `${api}/${route}`,
        ),
      },
    ],
  };
}
