import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local-aws/iam/authorize.ts';
import type { PolicyName } from '../../../local-aws/settings.ts';

const ALICE = 'us-east-1:a11ce000-0000-4000-8000-000000000001';
const BOB = 'us-east-1:b0b00000-0000-4000-8000-000000000002';
const BUCKET = 'arn:aws:s3:::satchel-local-uploads';
const API = 'arn:aws:execute-api:us-east-1:123456789012:localapi01';

const may = (policy: PolicyName, action: string, resource: string, identityId = ALICE) =>
  createAuthorizer(policy)({ identityId, action, resource });

const onKey = (policy: PolicyName, key: string, action = 's3:GetObject') => may(policy, action, `${BUCKET}/${key}`);

const OBJECT_ACTIONS = [
  's3:GetObject',
  's3:PutObject',
  's3:DeleteObject',
  's3:AbortMultipartUpload',
  's3:ListMultipartUploadParts',
];

describe('under the policy that is deployed, a signed-in person', () => {
  it.each(OBJECT_ACTIONS)('may do %s to their own objects, and to nobody else’s', async (action) => {
    expect(await onKey('satchel', `${ALICE}/plan.pdf`, action)).toBe(true);
    expect(await onKey('satchel', `${ALICE}/deep/er/plan.pdf`, action)).toBe(true);
    expect(await onKey('satchel', `${BOB}/plan.pdf`, action)).toBe(false);
    expect(await onKey('satchel', `private/${ALICE}/plan.pdf`, action)).toBe(false);
    expect(await onKey('satchel', `${ALICE}-plan.pdf`, action)).toBe(false);
    expect(await onKey('satchel', 'plan.pdf', action)).toBe(false);
  });

  it.each([
    's3:GetObjectAcl',
    's3:PutObjectAcl',
    's3:GetObjectVersion',
    's3:DeleteObjectVersion',
    's3:PutObjectTagging',
  ])('may not do %s even to their own objects', async (action) => {
    expect(await onKey('satchel', `${ALICE}/plan.pdf`, action)).toBe(false);
  });

  it('may call the notes routes', async () => {
    for (const route of ['GET/notes', 'POST/notes', 'GET/notes/1', 'PUT/notes/1', 'DELETE/notes/1'])
      expect(await may('satchel', 'execute-api:Invoke', `${API}/prod/${route}`)).toBe(true);
  });

  it('may call nothing else', async () => {
    for (const route of [
      'PUT/notes',
      'DELETE/notes',
      'PATCH/notes/1',
      'POST/notes/1',
      'POST/billing',
      'GET/',
      'GET/notesx',
    ])
      expect(await may('satchel', 'execute-api:Invoke', `${API}/prod/${route}`)).toBe(false);
    expect(await may('satchel', 'execute-api:Invoke', `${API}/dev/GET/notes`)).toBe(false);
    expect(await may('satchel', 'execute-api:Invoke', `${API.replace('localapi01', 'other')}/prod/GET/notes`)).toBe(
      false,
    );
    expect(await may('satchel', 'cognito-identity:ListIdentities', '*')).toBe(false);
  });
});

describe("under the tutorial's policy of 2017, a signed-in person", () => {
  it('may do everything to keys that begin with their identity id, whatever follows', async () => {
    for (const key of [`${ALICE}-name`, `${ALICE}/name`, `${ALICE}name`, ALICE])
      for (const action of [...OBJECT_ACTIONS, 's3:PutObjectAcl', 's3:GetObjectVersion'])
        expect(await onKey('tutorial-2017', key, action)).toBe(true);
  });

  it('may not touch the keys of others', async () => {
    for (const key of [`${BOB}-name`, `${BOB}/name`, `private/${ALICE}/name`, `x${ALICE}`, ALICE.slice(0, -1)])
      expect(await onKey('tutorial-2017', key)).toBe(false);
  });

  it('may call every route, and use Cognito', async () => {
    expect(await may('tutorial-2017', 'execute-api:Invoke', `${API}/prod/POST/billing`)).toBe(true);
    expect(
      await may('tutorial-2017', 'execute-api:Invoke', `${API.replace('localapi01', 'other')}/prod/GET/notes`),
    ).toBe(false);
    expect(await may('tutorial-2017', 'cognito-identity:GetId', '*')).toBe(true);
  });
});

describe("under the tutorial's policy of 2018, a signed-in person", () => {
  it('may do everything under private/ and their identity id', async () => {
    for (const action of [...OBJECT_ACTIONS, 's3:PutObjectAcl'])
      expect(await onKey('tutorial-2018', `private/${ALICE}/name`, action)).toBe(true);
  });

  it('may not touch the keys of others, nor their own elsewhere', async () => {
    for (const key of [`private/${BOB}/name`, `${ALICE}/name`, `private/${ALICE}-name`, `public/${ALICE}/name`])
      expect(await onKey('tutorial-2018', key)).toBe(false);
  });

  it('may call every route of every stage', async () => {
    expect(await may('tutorial-2018', 'execute-api:Invoke', `${API}/prod/GET/notes/1`)).toBe(true);
    expect(await may('tutorial-2018', 'execute-api:Invoke', `${API}/dev/POST/billing`)).toBe(true);
  });
});

describe.each<PolicyName>(['satchel', 'tutorial-2017', 'tutorial-2018'])('under every policy (%s)', (policy) => {
  it.each(['s3:ListBucket', 's3:ListBucketMultipartUploads', 's3:GetBucketCORS', 's3:DeleteBucket'])(
    'nobody may do %s',
    async (action) => {
      expect(await may(policy, action, BUCKET)).toBe(false);
    },
  );

  it('nobody may list all buckets', async () => {
    expect(await may(policy, 's3:ListAllMyBuckets', '*')).toBe(false);
  });

  it('the characters of a key that mean something in a policy mean nothing in a request', async () => {
    for (const key of ['*', '?', `*/plan.pdf`, `us-east-1:*/plan.pdf`, `${BOB}/*`, 'private/*/x', `\n${ALICE}/x`])
      expect(await onKey(policy, key)).toBe(false);
    expect(await onKey(policy, `\${cognito-identity.amazonaws.com:sub}/x`)).toBe(false);
  });

  it('a key of one’s own may have any characters', async () => {
    const prefix = policy === 'tutorial-2018' ? `private/${ALICE}/` : `${ALICE}/`;
    for (const name of ['a*b?', 'line\nbreak', 'ü 🎒', `\${aws:username}`, '../up', 'a:b:c', '\u2028'])
      expect(await onKey(policy, prefix + name)).toBe(true);
  });
});
