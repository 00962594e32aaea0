import { describe, expect, it } from 'vitest';
import { authenticatedRolePolicy } from '../../../infra/policies/authenticated-role.ts';
import { ownListing } from '../../../infra/policies/own-listing.ts';
import { tutorialPolicy2017, tutorialPolicy2018 } from '../../../local-aws/iam/tutorial-policies.ts';

const deployment = {
  region: 'eu-central-1',
  accountId: '210987654321',
  apiId: 'abc123',
  stage: 'live',
  bucket: 'my-bucket',
};

describe('the policy of signed-in people', () => {
  it('allows their own objects and the notes routes, and nothing else', () => {
    expect(authenticatedRolePolicy(deployment)).toEqual({
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
          Resource: [`arn:aws:s3:::my-bucket/\${cognito-identity.amazonaws.com:sub}/*`],
        },
        {
          Sid: 'NotesApi',
          Effect: 'Allow',
          Action: ['execute-api:Invoke'],
          Resource: [
            'arn:aws:execute-api:eu-central-1:210987654321:abc123/live/GET/notes',
            'arn:aws:execute-api:eu-central-1:210987654321:abc123/live/POST/notes',
            'arn:aws:execute-api:eu-central-1:210987654321:abc123/live/GET/notes/*',
            'arn:aws:execute-api:eu-central-1:210987654321:abc123/live/PUT/notes/*',
            'arn:aws:execute-api:eu-central-1:210987654321:abc123/live/DELETE/notes/*',
          ],
        },
      ],
    });
  });
});

describe('the statement about listing', () => {
  it('allows what begins with the identity and a slash', () => {
    expect(ownListing(deployment)).toEqual({
      Sid: 'OwnListing',
      Effect: 'Allow',
      Action: ['s3:ListBucket'],
      Resource: ['arn:aws:s3:::my-bucket'],
      Condition: { StringLike: { 's3:prefix': [`\${cognito-identity.amazonaws.com:sub}/*`] } },
    });
  });
});

describe("the tutorial's policies", () => {
  it('name the keys of their eras', () => {
    const resources = [tutorialPolicy2017, tutorialPolicy2018].map((policy) =>
      policy(deployment).Statement.flatMap((statement) => statement.Resource),
    );
    expect(resources).toEqual([
      [
        '*',
        `arn:aws:s3:::my-bucket/\${cognito-identity.amazonaws.com:sub}*`,
        'arn:aws:execute-api:eu-central-1:*:abc123/*',
      ],
      [
        '*',
        `arn:aws:s3:::my-bucket/private/\${cognito-identity.amazonaws.com:sub}/*`,
        'arn:aws:execute-api:eu-central-1:*:abc123/*/*/*',
      ],
    ]);
  });
});
