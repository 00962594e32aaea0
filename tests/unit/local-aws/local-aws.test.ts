import { CognitoIdentityClient, GetIdCommand } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient, SignUpCommand } from '@aws-sdk/client-cognito-identity-provider';
import { GetObjectCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { account } from '../../../local-aws/settings.ts';
import { type Person, type Served, serve, signUpOver, temporaryFolder } from './local-aws-http.ts';

const noteId = '019ab0c4-0000-7000-8000-000000000001';
const note = { noteId, content: '# Kept', attachment: null };

async function fill(person: Person): Promise<void> {
  expect((await person.notes('POST', '/notes', note)).status).toBe(200);
  expect((await person.s3('PUT', 'plan%20(1).txt', 'the plan')).status).toBe(200);
}

const signedRequest = v.object({ hostname: v.string(), path: v.string(), headers: v.record(v.string(), v.string()) });

/** The SDK's S3 client, whose requests go to the embedded S3 after they have been signed for AWS. */
function s3Client({ port }: Served, { credentials }: Person): S3Client {
  const client = new S3Client({ region: account.region, credentials });
  client.middlewareStack.add(
    (next) => (args) => {
      const { hostname, path, headers } = v.parse(signedRequest, args.request);
      Reflect.deleteProperty(headers, 'host');
      const moved = {
        protocol: 'http:',
        hostname: '127.0.0.1',
        port,
        path: `/s3/${hostname.split('.')[0]}${path}`,
        headers,
      };
      return next({ ...args, request: Object.assign(Object(args.request), moved) });
    },
    { step: 'finalizeRequest', priority: 'low', name: 'toEmbeddedS3' },
  );
  return client;
}

describe('the embedded AWS', () => {
  it('takes a person from sign-up to notes and files, and tells of it', async () => {
    const served = await serve();
    const ada = await signUpOver(served, 'ada@example.com');
    await fill(ada);
    expect(await (await ada.s3('GET', 'plan%20(1).txt')).text()).toBe('the plan');
    const { body: state } = await served.control('GET', '/state');
    expect(state).toMatchObject({
      users: [{ email: 'ada@example.com', status: 'CONFIRMED' }],
      notes: { [ada.identityId]: [{ noteId, content: '# Kept', version: 1 }] },
      objects: [{ key: `${ada.identityId}/plan (1).txt`, size: 8 }],
      uploads: [],
    });
    const { body: requests } = await served.control('GET', '/requests');
    expect(
      requests.map((each: { service: string; operation: string; status: number }) => Object.values(each).slice(0, 3)),
    ).toEqual([
      ['user-pool', 'SignUp', 200],
      ['user-pool', 'ConfirmSignUp', 200],
      ['user-pool', 'InitiateAuth', 200],
      ['user-pool', 'RespondToAuthChallenge', 200],
      ['identity-pool', 'GetId', 200],
      ['identity-pool', 'GetCredentialsForIdentity', 200],
      ['user-pool', 'RevokeToken', 200],
      ['notes', 'POST /notes', 200],
      ['s3', 'PutObject', 200],
      ['s3', 'GetObject', 200],
    ]);
  });

  it('has everything again after a restart, credentials included', async () => {
    const dir = await temporaryFolder();
    const before = await serve({ dir });
    const ada = await signUpOver(before, 'ada@example.com');
    await fill(ada);
    const { body: state } = await before.control('GET', '/state');
    const { body: inbox } = await before.control('GET', '/inbox');
    await before.close();

    const after = await serve({ dir, port: before.port });
    expect((await after.control('GET', '/state')).body).toEqual(state);
    expect((await after.control('GET', '/inbox')).body).toEqual(inbox);
    expect((await ada.notes('GET', '/notes')).status).toBe(200);
    expect(await (await ada.s3('GET', 'plan%20(1).txt')).text()).toBe('the plan');
  });

  it('does not disturb another one on another port and folder', async () => {
    const [one, other] = [await serve({ dir: await temporaryFolder() }), await serve({ dir: await temporaryFolder() })];
    const ada = await signUpOver(one, 'ada@example.com');
    await fill(ada);
    expect((await other.control('GET', '/state')).body).toEqual({ users: [], notes: {}, objects: [], uploads: [] });
    expect((await other.control('GET', '/inbox')).body).toEqual([]);
    const bob = await signUpOver(other, 'bob@example.com');
    await fill(bob);
    await other.control('POST', '/reset');
    await other.control('POST', '/clock', { offsetMs: 16 * 60_000 });
    expect((await ada.notes('GET', `/notes/${noteId}`)).status).toBe(200);
    expect((await bob.notes('GET', `/notes/${noteId}`)).status).toBe(403);
  });

  it('refuses to share its folder with another one', async () => {
    const dir = await temporaryFolder();
    await serve({ dir });
    await expect(serve({ dir })).rejects.toThrow('LOCAL_AWS_DIR');
  });

  it("answers the SDK's clients of the pools at their paths", async () => {
    const { origin } = await serve();
    const anonymous = { region: account.region, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };
    const userPool = new CognitoIdentityProviderClient({ ...anonymous, endpoint: `${origin}/user-pool` });
    const person = { ClientId: account.userPoolClientId, Username: 'ada@example.com', Password: 'weak' };
    await expect(userPool.send(new SignUpCommand(person))).rejects.toMatchObject({ name: 'InvalidPasswordException' });
    const identityPool = new CognitoIdentityClient({ ...anonymous, endpoint: `${origin}/identity-pool` });
    const guest = new GetIdCommand({ IdentityPoolId: account.identityPoolId });
    await expect(identityPool.send(guest)).rejects.toMatchObject({ name: 'NotAuthorizedException' });
  });

  it("takes and gives back twelve megabytes of the SDK's S3 client", async () => {
    const served = await serve();
    const ada = await signUpOver(served, 'ada@example.com');
    const s3 = s3Client(served, ada);
    const [Bucket, Key] = [account.bucket, `${ada.identityId}/été/a+b & c.bin`];
    const bytes = Uint8Array.from({ length: 12 * 1024 * 1024 }, (_, index) => (index * 31) >> 3);
    await s3.send(new PutObjectCommand({ Bucket, Key, Body: bytes, ContentType: 'image/png' }));
    const { Body, ContentType } = await s3.send(new GetObjectCommand({ Bucket, Key }));
    expect(ContentType).toBe('image/png');
    expect(Buffer.compare((await Body?.transformToByteArray()) ?? new Uint8Array(), bytes)).toBe(0);
    await expect(s3.send(new GetObjectCommand({ Bucket, Key: 'us-east-1:another/key' }))).rejects.toMatchObject({
      name: 'AccessDenied',
    });
  });

  it('sets the clock of every service with the offset, and tells browsers the time', async () => {
    const served = await serve();
    const ada = await signUpOver(served, 'ada@example.com');
    await served.control('POST', '/clock', { offsetMs: 20 * 60_000 });
    const refused = await ada.notes('GET', '/notes');
    expect(refused.status).toBe(403);
    expect(Date.parse(refused.headers.get('date') ?? '') - Date.now()).toBeGreaterThan(19 * 60_000);
    expect(refused.headers.get('access-control-expose-headers')).toContain('Date');
    expect((await ada.s3('GET', 'a')).status).toBe(403);
    await served.control('POST', '/clock', { offsetMs: 0 });
    expect((await ada.notes('GET', '/notes')).status).toBe(200);
  });
});
