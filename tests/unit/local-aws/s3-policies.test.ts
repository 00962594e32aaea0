import { GetObjectCommand, PutObjectCommand } from '@aws-sdk/client-s3';
import { describe, expect, it } from 'vitest';
import { BUCKET, sdk, serveS3 } from './s3-server.ts';
import { alice, bob } from './sigv4-people.ts';

const denied = { name: 'AccessDenied', $metadata: { httpStatusCode: 403 } };
const at = (Key: string) => ({ Bucket: BUCKET, Key });
const put = (Key: string) => sdk().send(new PutObjectCommand({ ...at(Key), Body: 'hello' }));
const get = (Key: string) => sdk().send(new GetObjectCommand(at(Key)));
const { identityId: own } = alice;
const { identityId: others } = bob;

describe.each([
  ['satchel', [`${own}/a`], [`${others}/a`, `${own}-a`, `private/${own}/a`, 'a']],
  ['tutorial-2017', [`${own}/a`, `${own}-a`], [`${others}/a`, `${others}-a`, `private/${own}/a`, 'a']],
  ['tutorial-2018', [`private/${own}/a`], [`private/${others}/a`, `${own}/a`, `public/${own}/a`, 'a']],
] as const)('under the policy %s', (policy, allowed, forbidden) => {
  const served = serveS3(policy);

  it.each(allowed)('a person writes and reads %s', async (key) => {
    await put(key);
    expect(await (await get(key)).Body?.transformToString()).toBe('hello');
  });

  it.each(forbidden)('a person neither writes nor reads %s', async (key) => {
    await expect(put(key)).rejects.toMatchObject(denied);
    await expect(get(key)).rejects.toMatchObject(denied);
    expect(await served.s3().objects()).toEqual([]);
  });

  it('a missing object of one’s own is denied, too', async () => {
    await expect(get(`${allowed[0]}-missing`)).rejects.toMatchObject(denied);
  });
});

describe("under the tutorial's policies", () => {
  serveS3('tutorial-2017');

  it('a public ACL is allowed, but the bucket takes none', async () => {
    const publicly = new PutObjectCommand({ ...at(`${own}-a`), Body: 'hello', ACL: 'public-read' });
    await expect(sdk().send(publicly)).rejects.toMatchObject({
      name: 'AccessControlListNotSupported',
      $metadata: { httpStatusCode: 400 },
    });
  });

  it('an object without versions has the version "null" alone', async () => {
    await put(`${own}-a`);
    const version = (VersionId: string) => sdk().send(new GetObjectCommand({ ...at(`${own}-a`), VersionId }));
    await expect(version('null')).resolves.toBeDefined();
    await expect(version('other')).rejects.toMatchObject({ name: 'InvalidArgument' });
  });
});
