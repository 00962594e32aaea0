import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SignedInUser } from '#src/aws/session.ts';
import { awsOnLocalAws, enter, register } from './aws-on-local-aws.ts';

let aws: Awaited<ReturnType<typeof awsOnLocalAws>>;
let ada: SignedInUser;

beforeAll(async () => {
  aws = await awsOnLocalAws();
  await register(aws, 'ada@example.com');
  await enter(aws, 'ada@example.com');
  const completed = await aws.session.completeSignIn();
  if (!completed.ok) throw new Error(completed.failure.details);
  ada = completed.value;
}, 30_000);
afterAll(() => aws.close());

const own = (name: string) => `${ada.identityId}/${name}`;
const put = (bytes: BlobPart, key: string, type = 'image/png') =>
  aws.objects.put({ key, bytes: new Blob([bytes]), contentType: type }, { signal: new AbortController().signal });

async function objects() {
  return (await aws.aws.state()).objects;
}

describe('a file', { timeout: 30_000 }, () => {
  it('goes to S3 and comes back with the same bytes and type', async () => {
    const key = own("0abc-it's a plan (1) é.png");
    expect(await put('picture', key)).toEqual({ ok: true, value: undefined });
    const read = await aws.objects.read(key);
    expect(read.ok && (await read.value.text())).toBe('picture');
    expect(read.ok && read.value.type).toBe('image/png');
  });

  it('can be sent twice', async () => {
    expect(await put('same', own('twice.png'))).toMatchObject({ ok: true });
    expect(await put('same', own('twice.png'))).toMatchObject({ ok: true });
  });

  it('can be empty', async () => {
    expect(await put('', own('empty.png'))).toMatchObject({ ok: true });
    expect(await aws.objects.read(own('empty.png'))).toMatchObject({ ok: true, value: { size: 0 } });
  });

  it('of a hostile type is stored as bytes to download, and read as such', async () => {
    const key = own('page.html');
    await put('<script>alert(1)</script>', key, 'text/html');
    expect((await objects()).find((object) => object.key === key)?.contentType).toBe('application/octet-stream');
    const read = await aws.objects.read(key);
    expect(read.ok && read.value.type).toBe('application/octet-stream');
  });

  it('is downloaded under its own name from an address of a minute', async () => {
    const key = own('0abc-name.png');
    await put('picture', key);
    const address = await aws.objects.address(key, { kind: 'download', name: 'Зима.png' });
    if (!address.ok) throw new Error(address.failure.details);
    expect(Number(address.value.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
    const answer = await fetch(address.value);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('application/octet-stream');
    expect(answer.headers.get('content-disposition')).toBe(
      `attachment; filename="____.png"; filename*=UTF-8''%D0%97%D0%B8%D0%BC%D0%B0.png`,
    );
    expect(await answer.text()).toBe('picture');
  });

  it('is removed by one request, and counts as removed where it is gone', async () => {
    const key = own("0abc-it's gone (2) é.png");
    await put('picture', key);
    aws.aws.requests.clear();
    expect(await aws.objects.remove(key)).toEqual({ ok: true, value: undefined });
    expect(aws.asked()).toEqual(['s3 DeleteObject']);
    expect((await objects()).map((object) => object.key)).not.toContain(key);
    expect(await aws.objects.remove(key)).toEqual({ ok: true, value: undefined });
  });

  it('is removed although the clock here is wrong', async () => {
    const key = own('clock.png');
    await put('picture', key);
    aws.aws.clock.setOffset(20 * 60 * 1000);
    expect(await aws.objects.remove(key)).toEqual({ ok: true, value: undefined });
    aws.aws.clock.setOffset(0);
    expect((await objects()).map((object) => object.key)).not.toContain(key);
  });
});

describe('what S3 refuses', { timeout: 30_000 }, () => {
  it("is denied under another identity's prefix", async () => {
    const key = 'us-east-1:00000000-0000-4000-8000-0000000000ff/x.png';
    expect(await put('x', key)).toMatchObject({ ok: false, failure: { kind: 'denied' } });
    expect(await aws.objects.read(key)).toMatchObject({ ok: false, failure: { kind: 'denied' } });
    expect(await aws.objects.remove(key)).toMatchObject({ ok: false, failure: { kind: 'denied' } });
  });

  it('is denied where it is missing, in a sentence that says both', async () => {
    const read = await aws.objects.read(own('missing.png'));
    expect(read).toMatchObject({ ok: false, failure: { kind: 'denied', message: expect.stringMatching(/gone.*or/) } });
  });

  it('turns faults on the way into failures', async () => {
    const failing = async (fault: Parameters<typeof aws.fault>[0]) => {
      aws.fault({ ...fault, times: 3 });
      const result = await aws.objects.read(own('twice.png'));
      aws.aws.faults.clear();
      return result.ok ? null : result.failure.kind;
    };
    expect(await failing({ service: 's3', effect: 'drop-request' })).toBe('offline');
    expect(await failing({ service: 's3', effect: 'error', status: 503 })).toMatch(/throttled|unavailable/);
    expect(await failing({ service: 's3', effect: 'expired-credentials' })).toBe('expired');
  });

  it('goes on after a refresh where the credentials have expired', async () => {
    await aws.aws.identityPool.expireCredentials();
    expect(await put('x', own('after.png'))).toMatchObject({ ok: false, failure: { kind: 'expired' } });
    expect(await aws.objects.remove(own('twice.png'))).toMatchObject({ ok: false, failure: { kind: 'expired' } });
    expect(await aws.session.check(ada, { refresh: true })).toMatchObject({ ok: true });
    expect(await put('x', own('after.png'))).toMatchObject({ ok: true });
  });
});
