import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAuthorizer } from '../../../local-aws/iam/authorize.ts';
import type { S3 } from '../../../local-aws/s3/s3.ts';
import { createS3 } from '../../../local-aws/s3/s3.ts';
import { movableClock, ORIGIN, send } from './s3-server.ts';
import { signedByAws4 } from './sigv4-aws4.ts';
import { alice, givenOut } from './sigv4-people.ts';

const world = movableClock();
const open = (dir: string | null) =>
  createS3({ world, dir, authorize: createAuthorizer('satchel'), credentials: givenOut });

const key = `${alice.identityId}/a`;

const ask = (s3: S3, method: string, path: string, body?: string) => {
  const signed = signedByAws4({
    service: 's3',
    method,
    url: `${ORIGIN}/${path}`,
    credentials: alice,
    at: world.now(),
    ...(body === undefined ? {} : { body }),
  });
  return send(
    s3,
    new Request(signed.url, { method, headers: signed.headers, ...(body === undefined ? {} : { body }) }),
  );
};

const text = async (s3: S3) => (await ask(s3, 'GET', key)).text();

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'satchel-s3-test-'));
});
afterEach(() => rm(dir, { recursive: true }));

const filesIn = async (folder: string) =>
  (await readdir(folder, { recursive: true, withFileTypes: true })).filter((each) => each.isFile());

describe('objects on disk', () => {
  it('are there again after a restart, uploads under way included', async () => {
    const before = await open(dir);
    await ask(before, 'PUT', key, 'kept');
    const created = await (await ask(before, 'POST', `${key}?uploads`)).text();
    const id = /<UploadId>(.*)<\/UploadId>/.exec(created)?.[1] ?? '';
    await ask(before, 'PUT', `${key}?partNumber=1&uploadId=${id}`, 'from a part');
    await before.close();

    const after = await open(dir);
    expect(await text(after)).toBe('kept');
    expect(await after.uploads()).toEqual([{ key, uploadId: id }]);
    const parts = await (await ask(after, 'GET', `${key}?uploadId=${id}`)).text();
    const etag = /<ETag>(.*)<\/ETag>/.exec(parts)?.[1];
    const xml = `<CompleteMultipartUpload><Part><ETag>${etag}</ETag><PartNumber>1</PartNumber></Part></CompleteMultipartUpload>`;
    expect((await ask(after, 'POST', `${key}?uploadId=${id}`, xml)).status).toBe(200);
    expect(await text(after)).toBe('from a part');
  });

  it('are read as an earlier version wrote them', async () => {
    await ask(await open(dir), 'PUT', key, 'kept');
    const folder = join(dir, 's3', 'objects');
    const name = (await readdir(folder)).find((file) => file.endsWith('.json')) ?? '';
    const { bodies, ...entry } = JSON.parse(await readFile(join(folder, name), 'utf8'));
    await writeFile(join(folder, name), JSON.stringify({ ...entry, body: bodies[0].file }));
    const after = await open(dir);
    expect(await text(after)).toBe('kept');
    await ask(after, 'DELETE', key);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('have names that tell nothing of their keys and lead nowhere else', async () => {
    const s3 = await open(dir);
    const sneaky = `${alice.identityId}/%252e%252e/%2Fetc%2Fpasswd`;
    expect((await ask(s3, 'PUT', sneaky, 'x')).status).toBe(200);
    const files = await filesIn(dir);
    expect(files).toHaveLength(2);
    for (const file of files) {
      expect(file.parentPath).toBe(join(dir, 's3', 'objects'));
      expect(file.name).toMatch(/^[0-9a-f]{64}(\.[0-9a-f]{24}\.body|\.json)$/);
    }
  });

  it('leave nothing behind when they are replaced or deleted, nor when a write is refused', async () => {
    const s3 = await open(dir);
    await ask(s3, 'PUT', key, 'first');
    await ask(s3, 'PUT', key, 'second');
    expect(await filesIn(dir)).toHaveLength(2);
    const signed = signedByAws4({
      service: 's3',
      method: 'PUT',
      url: `${ORIGIN}/${key}`,
      headers: { 'If-None-Match': '*' },
      body: 'third',
      credentials: alice,
      at: world.now(),
    });
    const refused = await send(s3, new Request(signed.url, { method: 'PUT', headers: signed.headers, body: 'third' }));
    expect(refused.status).toBe(412);
    expect(await filesIn(dir)).toHaveLength(2);
    await ask(s3, 'DELETE', key);
    expect(await filesIn(dir)).toEqual([]);
  });

  it('are cleared of what a crash has left', async () => {
    const s3 = await open(dir);
    await ask(s3, 'PUT', key, 'kept');
    await writeFile(join(dir, 's3', 'objects', 'half.body'), 'half of an upload');
    await writeFile(join(dir, 's3', 'objects', 'half.json.new'), '{');
    const after = await open(dir);
    expect(await filesIn(dir)).toHaveLength(2);
    expect(await text(after)).toBe('kept');
  });

  it('are all gone after a reset, and new ones can come', async () => {
    const s3 = await open(dir);
    await ask(s3, 'PUT', key, 'x');
    await ask(s3, 'POST', `${key}?uploads`);
    await s3.reset();
    expect([await s3.objects(), await s3.uploads()]).toEqual([[], []]);
    expect(await filesIn(dir)).toEqual([]);
    expect((await ask(s3, 'PUT', key, 'new')).status).toBe(200);
    expect(await text(s3)).toBe('new');
  });
});

describe('without a folder', () => {
  it('objects are in a temporary one, which is gone after close', async () => {
    const temporary = async () => (await readdir(tmpdir())).filter((name) => name.startsWith('local-s3-'));
    const before = await temporary();
    const s3 = await open(null);
    expect(await temporary()).toEqual(before);
    await ask(s3, 'PUT', key, 'x');
    const mine = (await temporary()).filter((name) => !before.includes(name));
    expect(mine).not.toEqual([]);
    await s3.close();
    const left = await temporary();
    expect(mine.some((name) => !left.includes(name))).toBe(true);
  });
});

describe('at the same time', () => {
  it('two uploads of one key leave one whole object', async () => {
    const s3 = await open(dir);
    const bodies = ['a', 'b', 'c', 'd', 'e', 'f'].map((letter) => letter.repeat(200_000));
    const answers = await Promise.all(bodies.map((body) => ask(s3, 'PUT', key, body)));
    expect(answers.map((answer) => answer.status)).toEqual(bodies.map(() => 200));
    const got = await ask(s3, 'GET', key);
    const body = await got.text();
    expect(bodies).toContain(body);
    expect(answers[bodies.indexOf(body)]?.headers.get('etag')).toBe(got.headers.get('etag'));
    expect(await filesIn(dir)).toHaveLength(2);
  });

  it('of several uploads that may replace nothing, one succeeds', async () => {
    const s3 = await open(dir);
    const once = (body: string) => {
      const headers = { 'If-None-Match': '*' };
      const signed = signedByAws4({
        service: 's3',
        method: 'PUT',
        url: `${ORIGIN}/${key}`,
        headers,
        body,
        credentials: alice,
        at: world.now(),
      });
      return send(s3, new Request(signed.url, { method: 'PUT', headers: signed.headers, body }));
    };
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(once));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 412, 412, 412]);
  });

  it('a download in progress gets the whole object that it began with', async () => {
    const s3 = await open(dir);
    const old = 'o'.repeat(3_000_000);
    await ask(s3, 'PUT', key, old);
    const reader = (await ask(s3, 'GET', key)).body?.getReader();
    const first = await reader?.read();
    await ask(s3, 'PUT', key, 'new');
    let length = first?.value?.length ?? 0;
    for (let next = await reader?.read(); next?.done === false; next = await reader?.read()) {
      expect(next.value.every((byte) => byte === 'o'.charCodeAt(0))).toBe(true);
      length += next.value.length;
    }
    expect(length).toBe(old.length);
    expect(await text(s3)).toBe('new');
    expect(await filesIn(dir)).toHaveLength(2);
  });

  it('downloads and uploads of one key never meet half-way', async () => {
    const s3 = await open(dir);
    await ask(s3, 'PUT', key, '0'.repeat(50_000));
    const writes = Array.from({ length: 20 }, (_, index) => ask(s3, 'PUT', key, String(index % 10).repeat(50_000)));
    const reads = Array.from({ length: 40 }, () => text(s3));
    for (const body of await Promise.all(reads)) expect(body).toBe(body.charAt(0).repeat(50_000));
    await Promise.all(writes);
  });
});
