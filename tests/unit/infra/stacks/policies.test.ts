import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { authenticatedRolePolicy } from '../../../../infra/policies/authenticated-role.ts';
import { ownListing } from '../../../../infra/policies/own-listing.ts';
import { deployed, stackOf } from './synthesised.ts';

const account = '123456789012';
const stack = deployed(stackOf());
const listing = deployed(stackOf({ listing: true }));
const { UploadsBucketName: bucket = '', ApiUrl = '' } = stack.outputs;
const apiId = /NotesApi\w+/.exec(ApiUrl)?.[0] ?? '';
const deployment = { region: 'us-east-1', accountId: account, apiId, stage: 'prod', bucket };

const Role = v.object({ Policies: v.array(v.object({ PolicyName: v.string(), PolicyDocument: v.unknown() })) });

const Trust = v.object({ Statement: v.tuple([v.looseObject({ Principal: v.unknown() })]) });

/** The policies of a role in the template. */
const policiesOf = (from: typeof stack, id: string) =>
  v
    .parse(Role, from.only('AWS::IAM::Role', id).Properties)
    .Policies.map(({ PolicyName, PolicyDocument }) => ({ name: PolicyName, policy: PolicyDocument }));

/** The simulator stumbles over policies of resources. One of nothing but denials does what a control policy does. */
function bucketPolicy(from: typeof stack) {
  const { PolicyDocument: policy } = from.only('AWS::S3::BucketPolicy', 'Uploads').Properties;
  const all = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Principal: '*', Action: '*', Resource: '*' }] };
  return [
    {
      orgIdentifier: 'bucket',
      policies: [
        { name: 'all', policy: all },
        { name: 'bucket', policy },
      ],
    },
  ];
}

interface Asked {
  readonly from?: typeof stack;
  readonly action: string;
  readonly resource: string;
  readonly context?: Readonly<Record<string, string>>;
}

const ANN = 'us-east-1:11111111-1111-4111-8111-111111111111';
const BOB = 'us-east-1:22222222-2222-4222-8222-222222222222';

/** What IAM would answer to Ann's request over TLS 1.3 unless the context says otherwise. */
function ask({ from = stack, action, resource, context }: Asked) {
  const isUploads = resource.startsWith(`arn:aws:s3:::${bucket}`);
  return runUnsafeSimulation(
    {
      request: {
        principal: `arn:aws:sts::${account}:assumed-role/signed-in/session`,
        action,
        resource: { resource, accountId: account },
        contextVariables: {
          'cognito-identity.amazonaws.com:sub': ANN,
          'aws:SecureTransport': 'true',
          's3:TlsVersion': '1.3',
          ...context,
        },
      },
      identityPolicies: policiesOf(from, 'Identities'),
      serviceControlPolicies: [],
      resourceControlPolicies: isUploads ? bucketPolicy(from) : [],
    },
    {},
  );
}

const object = (key: string) => `arn:aws:s3:::${bucket}/${key}`;
const route = (path: string, api = apiId) => `arn:aws:execute-api:us-east-1:${account}:${api}/${path}`;
const table = `arn:aws:dynamodb:us-east-1:${account}:table/notes`;

describe('the policy of signed-in people, as it stands in the template', () => {
  it('is the one that the embedded AWS enforces, with or without listing', () => {
    const policy = authenticatedRolePolicy(deployment);
    expect(policiesOf(stack, 'Identities').map((each) => each.policy)).toEqual([policy]);
    expect(policiesOf(listing, 'Identities').map((each) => each.policy)).toEqual([
      { ...policy, Statement: [...policy.Statement, ownListing(deployment)] },
    ]);
  });

  it.each([
    ['s3:GetObject', object(`${ANN}/a-plan.pdf`)],
    ['s3:PutObject', object(`${ANN}/a-plan.pdf`)],
    ['s3:DeleteObject', object(`${ANN}/a-plan.pdf`)],
    ['s3:AbortMultipartUpload', object(`${ANN}/a-plan.pdf`)],
    ['s3:ListMultipartUploadParts', object(`${ANN}/a-plan.pdf`)],
    ['execute-api:Invoke', route('prod/GET/notes')],
    ['execute-api:Invoke', route('prod/POST/notes')],
    ['execute-api:Invoke', route('prod/GET/notes/1')],
    ['execute-api:Invoke', route('prod/PUT/notes/1')],
    ['execute-api:Invoke', route('prod/DELETE/notes/1')],
  ])('allows Ann %s on %s', (action, resource) => {
    expect(ask({ action, resource })).toBe('Allowed');
  });

  it.each([
    ['s3:GetObject', object(`${BOB}/a-plan.pdf`), 'another person’s file'],
    ['s3:PutObject', object(`${BOB}/a-plan.pdf`), 'another person’s file'],
    ['s3:DeleteObject', object(`${BOB}/a-plan.pdf`), 'another person’s file'],
    ['s3:GetObject', object(`${ANN}0/a`), 'a longer identity'],
    ['s3:GetObject', object(`private/${ANN}/a`), 'another prefix'],
    ['s3:GetObject', object('a-plan.pdf'), 'no prefix'],
    ['s3:GetObject', `arn:aws:s3:::another-bucket/${ANN}/a`, 'another bucket'],
    ['s3:ListBucket', `arn:aws:s3:::${bucket}`, 'listing'],
    ['s3:ListBucketMultipartUploads', `arn:aws:s3:::${bucket}`, 'listing uploads'],
    ['s3:DeleteBucket', `arn:aws:s3:::${bucket}`, 'the bucket'],
    ['s3:PutBucketPolicy', `arn:aws:s3:::${bucket}`, 'the bucket’s policy'],
    ['s3:PutObjectAcl', object(`${ANN}/a`), 'making public'],
    ['s3:GetObjectVersion', object(`${ANN}/a`), 'an old version'],
    ['s3:DeleteObjectVersion', object(`${ANN}/a`), 'an old version'],
    ['execute-api:Invoke', route('prod/GET/admin'), 'another route'],
    ['execute-api:Invoke', route('prod/PATCH/notes/1'), 'another method'],
    ['execute-api:Invoke', route('prod/DELETE/notes'), 'another method'],
    ['execute-api:Invoke', route('dev/GET/notes'), 'another stage'],
    ['execute-api:Invoke', route('prod/GET/notes', 'otherapi01'), 'another API'],
    ['execute-api:ManageConnections', route('prod/POST/@connections/1'), 'sockets'],
    ['cognito-identity:DeleteIdentityPool', `arn:aws:cognito-identity:us-east-1:${account}:identitypool/a`, 'the pool'],
    ['cognito-idp:DeleteUserPool', `arn:aws:cognito-idp:us-east-1:${account}:userpool/a`, 'the user pool'],
    ['cognito-idp:AdminDeleteUser', `arn:aws:cognito-idp:us-east-1:${account}:userpool/a`, 'other people'],
    ['dynamodb:GetItem', table, 'the table itself'],
    ['lambda:InvokeFunction', `arn:aws:lambda:us-east-1:${account}:function:notes`, 'the function itself'],
    ['sts:AssumeRole', `arn:aws:iam::${account}:role/admin`, 'another role'],
  ])('denies Ann %s on %s: %s', (action, resource) => {
    expect(ask({ action, resource })).not.toBe('Allowed');
  });

  it('allows Ann to list what is hers where an owner wants that, and nothing more', () => {
    const list = (prefix: string) =>
      ask({
        from: listing,
        action: 's3:ListBucket',
        resource: `arn:aws:s3:::${bucket}`,
        context: { 's3:prefix': prefix },
      });
    expect(list(`${ANN}/`)).toBe('Allowed');
    expect([list(''), list(ANN), list(`${BOB}/`)]).not.toContain('Allowed');
  });
});

describe('guests', () => {
  const pool = /^IdentitiesPool\w*/.exec(stack.outputs.IdentityPoolId ?? '')?.[0] ?? '';

  /**
   * Whether the role of signed-in people may be taken on with a token that says this. The simulator stumbles over policies of resources, so
   * that the trust is put to it as one of an identity.
   */
  function assumes(aud: string, amr: readonly string[]) {
    const { AssumeRolePolicyDocument } = stack.only('AWS::IAM::Role', 'Identities').Properties;
    const [{ Principal, ...statement }] = v.parse(Trust, AssumeRolePolicyDocument).Statement;
    expect(Principal).toEqual({ Federated: 'cognito-identity.amazonaws.com' });
    const policy = { Version: '2012-10-17', Statement: [{ ...statement, Resource: '*' }] };
    return runUnsafeSimulation(
      {
        request: {
          principal: `arn:aws:sts::${account}:assumed-role/whoever/session`,
          action: 'sts:AssumeRoleWithWebIdentity',
          resource: { resource: `arn:aws:iam::${account}:role/signed-in`, accountId: account },
          contextVariables: {
            'cognito-identity.amazonaws.com:aud': aud,
            'cognito-identity.amazonaws.com:amr': [...amr],
          },
        },
        identityPolicies: [{ name: 'trust', policy }],
        serviceControlPolicies: [],
        resourceControlPolicies: [],
      },
      {},
    );
  }

  it('get no role of the pool’s, and may not take on that of signed-in people', () => {
    expect(assumes(pool, ['authenticated', 'cognito-idp.us-east-1.amazonaws.com/us-east-1_a'])).toBe('Allowed');
    expect(assumes(pool, ['unauthenticated'])).not.toBe('Allowed');
    expect(assumes('us-east-1:another-pool', ['authenticated'])).not.toBe('Allowed');
    const { Roles } = stack.only('AWS::Cognito::IdentityPoolRoleAttachment').Properties;
    expect(Roles).not.toHaveProperty('unauthenticated');
  });
});

describe('the uploads bucket', () => {
  it.each([{ 'aws:SecureTransport': 'false' }, { 's3:TlsVersion': '1.1' }])(
    'refuses even its owner under %j',
    (context) => {
      expect(ask({ action: 's3:GetObject', resource: object(`${ANN}/a`), context })).not.toBe('Allowed');
    },
  );
});

describe('the role of the notes function', () => {
  it('may do with the table and its index what the function does, write its log, and nothing else', () => {
    const [policy] = policiesOf(stack, 'NotesFunction').map((each) => each.policy);
    expect(policy).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Effect: 'Allow',
          Action: ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
          Resource: expect.stringMatching(/^NotesTable\w+\.Arn$/),
        },
        {
          Effect: 'Allow',
          Action: 'dynamodb:Query',
          Resource: expect.stringMatching(/^NotesTable\w+\.Arn\/index\/changes$/),
        },
        {
          Effect: 'Allow',
          Action: ['logs:CreateLogStream', 'logs:PutLogEvents'],
          Resource: expect.stringMatching(/^NotesFunctionLog\w+\.Arn$/),
        },
      ],
    });
  });
});
