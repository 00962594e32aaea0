import { randomBytes } from 'node:crypto';
import { Amplify } from 'aws-amplify';
import { downloadData, getUrl, isCancelError, remove, uploadData } from 'aws-amplify/storage';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Credentials } from '../../../local-aws/service.ts';
import { account } from '../../../local-aws/settings.ts';
import { serveS3 } from './s3-server.ts';
import { alice, bob, MINUTE } from './sigv4-people.ts';

const served = serveS3();
const path = `${alice.identityId}/0abc-plan (1) ü+.bin`;
let signer: Credentials = alice;

/** What Amplify needs of a browser to upload in parts, and Node has not. */
class FileReader {
  result: ArrayBuffer | null = null;
  onload: () => void = () => {};

  async readAsArrayBuffer(blob: Blob): Promise<void> {
    this.result = await blob.arrayBuffer();
    this.onload();
  }
}

beforeAll(() => {
  vi.stubGlobal('FileReader', FileReader);
  Amplify.configure(
    { Storage: { S3: { bucket: account.bucket, region: account.region } } },
    {
      Auth: {
        credentialsProvider: {
          getCredentialsAndIdentityId: async () => ({ credentials: signer, identityId: signer.identityId }),
          clearCredentialsAndIdentityId: () => {},
        },
      },
    },
  );
});

afterAll(() => {
  vi.unstubAllGlobals();
});

const as = async <T>(person: Credentials, task: () => Promise<T>): Promise<T> => {
  signer = person;
  try {
    return await task();
  } finally {
    signer = alice;
  }
};

describe('Amplify', () => {
  it('uploads and downloads a small file', async () => {
    const data = randomBytes(10_000);
    await uploadData({ path, data, options: { contentType: 'image/png' } }).result;
    const { body, contentType } = await downloadData({ path }).result;
    expect(Buffer.from(await (await body.blob()).arrayBuffer()).equals(data)).toBe(true);
    expect(contentType).toBe('image/png');
    expect(served.exchanges()).toEqual(['PUT 200', 'GET 200']);
  });

  it('uploads 6 MB in parts, with a checksum of the whole', async () => {
    const data = randomBytes(6_000_000);
    await uploadData({ path, data, options: { checksumAlgorithm: 'crc-32' } }).result;
    expect(served.exchanges()).toEqual(['POST 200', 'PUT 200', 'PUT 200', 'POST 200']);
    const { body } = await downloadData({ path }).result;
    expect(Buffer.from(await (await body.blob()).arrayBuffer()).equals(data)).toBe(true);
  });

  it('leaves nothing behind when an upload in parts is cancelled', async () => {
    const upload = uploadData({ path, data: randomBytes(6_000_000) });
    const refused = expect(upload.result).rejects.toSatisfy(isCancelError);
    await served.first('PUT 200');
    upload.cancel();
    await refused;
    await served.first('DELETE 204');
    expect(await served.s3().uploads()).toEqual([]);
    expect(await served.s3().objects()).toEqual([]);
  });

  it('makes addresses that download under another name for a minute', async () => {
    await uploadData({ path, data: randomBytes(10) }).result;
    const { url } = await getUrl({
      path,
      options: { expiresIn: 60, contentDisposition: 'attachment; filename="plan.bin"' },
    });
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('content-disposition')]).toEqual([
      200,
      'attachment; filename="plan.bin"',
    ]);
    await answer.arrayBuffer();
    served.clock.offset = 2 * MINUTE;
    expect((await fetch(url)).status).toBe(403);
  });

  it('removes a file', async () => {
    await uploadData({ path, data: randomBytes(10) }).result;
    await remove({ path });
    expect(await served.s3().objects()).toEqual([]);
  });

  it('is denied the files of others, and told so', async () => {
    await uploadData({ path, data: randomBytes(10) }).result;
    await expect(as(bob, () => downloadData({ path }).result)).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(as(bob, async () => remove({ path }))).rejects.toMatchObject({ name: 'AccessDenied' });
    await expect(as(bob, () => uploadData({ path, data: 'mine' }).result)).rejects.toMatchObject({
      name: 'AccessDenied',
    });
    expect(await served.s3().objects()).toMatchObject([{ key: path, size: 10 }]);
  });
});
