import {
  DeleteObjectCommand,
  GetObjectAclCommand,
  GetObjectCommand,
  PutObjectAclCommand,
  PutObjectCommand,
  PutObjectTaggingCommand,
} from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local-aws/iam/authorize.ts';
import { account } from '../../../local-aws/settings.ts';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice } from './sigv4-people.ts';

/** docs/threat-model.md, "What the tutorial's policies let through": each deed under theirs and under ours, by AWS's own SDK. */

const own = alice.identityId;
/** Somebody whose name begins as Alice's does. Cognito's ids are of one length, but keys that people made by hand are not. */
const longer = `${own}0`;
const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
const theirs = ['tutorial-2017', 'tutorial-2018'] as const;
const prefixes = { satchel: `${own}/`, 'tutorial-2017': `${own}-`, 'tutorial-2018': `private/${own}/` };

const at = (Key: string) => ({ Bucket: BUCKET, Key });
const put = (Key: string) => sdk().send(new PutObjectCommand({ ...at(Key), Body: 'hello' }));

/** What the embedded bucket then answers: it has no ACLs and tags, and one version of each object. */
const deeds = [
  {
    deed: 'make a file of one’s own public while writing it',
    act: (key: string) => sdk().send(new PutObjectCommand({ ...at(key), Body: 'hello', ACL: 'public-read' })),
    outcome: 'AccessControlListNotSupported',
  },
  {
    deed: 'make a file of one’s own public afterwards',
    act: (key: string) => sdk().send(new PutObjectAclCommand({ ...at(key), ACL: 'public-read' })),
    outcome: 'AccessControlListNotSupported',
  },
  {
    deed: 'see who may read a file',
    act: (key: string) => sdk().send(new GetObjectAclCommand(at(key))),
    outcome: 'NotImplemented',
  },
  {
    deed: 'tag a file, which rules of the bucket may go by',
    act: (key: string) =>
      sdk().send(new PutObjectTaggingCommand({ ...at(key), Tagging: { TagSet: [{ Key: 'keep', Value: 'no' }] } })),
    outcome: 'NotImplemented',
  },
  {
    deed: 'read one version of a file',
    act: (key: string) => sdk().send(new GetObjectCommand({ ...at(key), VersionId: 'null' })),
    outcome: 'done',
  },
  {
    deed: 'delete one version of a file for good',
    act: (key: string) => sdk().send(new DeleteObjectCommand({ ...at(key), VersionId: 'null' })),
    outcome: 'done',
  },
] as const;

describe.each(theirs)('Under the policy %s a signed-in person', (policy) => {
  serveS3(policy);
  const key = `${prefixes[policy]}plan.pdf`;

  it.each(deeds)('may $deed', async ({ act, outcome }) => {
    await put(key);
    const seen = await act(key).then(
      () => 'done',
      (error: unknown) => (error instanceof Error ? error.name : ''),
    );
    expect(seen).toBe(outcome);
  });
});

describe('Under the policy that is deployed a signed-in person', () => {
  const served = serveS3('satchel');
  const key = `${prefixes.satchel}plan.pdf`;

  it.each(deeds)('may not $deed', async ({ act }) => {
    await put(key);
    await expect(act(key)).rejects.toMatchObject(denied);
    expect(await served.s3().objects()).toHaveLength(1);
  });

  it('reads and writes nothing of a person whose name begins as one’s own does', async () => {
    await expect(put(`${longer}/plan.pdf`)).rejects.toMatchObject(denied);
    await expect(sdk().send(new GetObjectCommand(at(`${longer}/plan.pdf`)))).rejects.toMatchObject(denied);
  });
});

describe('Under the policy of 2017, which ends without a slash,', () => {
  serveS3('tutorial-2017');

  it('a person replaces, reads and deletes what is under a name that begins as their own does', async () => {
    const key = `${longer}/plan.pdf`;
    await put(key);
    expect(await (await sdk().send(new GetObjectCommand(at(key)))).Body?.transformToString()).toBe('hello');
    await expect(sdk().send(new DeleteObjectCommand(at(key)))).resolves.toBeDefined();
  });
});

describe('Beside files', () => {
  const api = `arn:aws:execute-api:us-east-1:${account.id}:${account.apiId}`;
  const may = (policy: Parameters<typeof createAuthorizer>[0], action: string, resource: string) =>
    createAuthorizer(policy)({ identityId: own, action, resource });

  it.each([
    'cognito-identity:ListIdentityPools',
    'cognito-identity:ListIdentities',
    'cognito-identity:DeleteIdentities',
    'cognito-identity:LookupDeveloperIdentity',
    'cognito-identity:UpdateIdentityPool',
    'cognito-identity:SetIdentityPoolRoles',
    'cognito-identity:DeleteIdentityPool',
    'cognito-sync:ListRecords',
    'mobileanalytics:PutEvents',
  ])('the tutorial’s policies allow %s on everything in the account, ours nowhere', async (action) => {
    const pool = `arn:aws:cognito-identity:us-east-1:${account.id}:identitypool/${account.identityPoolId}`;
    for (const resource of ['*', pool]) {
      for (const policy of theirs) expect(await may(policy, action, resource)).toBe(true);
      expect(await may('satchel', action, resource)).toBe(false);
    }
  });

  it.each([
    ['another route', 'prod/POST/billing'],
    ['another method', 'prod/DELETE/notes'],
    ['another stage', 'dev/GET/notes'],
  ])('the tutorial’s policies allow %s of the API, ours does not', async (_what, path) => {
    const resource = `${api}/${path}`;
    for (const policy of theirs) expect(await may(policy, 'execute-api:Invoke', resource)).toBe(true);
    expect(await may('satchel', 'execute-api:Invoke', resource)).toBe(false);
  });
});
