import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setupServer } from 'msw/node';
import { afterEach, describe, expect, it } from 'vitest';
import type { NotesService, NotesServiceParts } from '../../../local-aws/notes-api/notes-service.ts';
import { createNotesService } from '../../../local-aws/notes-api/notes-service.ts';
import type { AwsRequest } from '../../../local-aws/service.ts';
import { AwsError } from '../../../local-aws/service.ts';
import { account } from '../../../local-aws/settings.ts';

const identityId = 'us-east-1:aaaaaaaa-0000-4000-8000-000000000001';
const now = Date.UTC(2026, 10, 22, 20, 17);
const id = '019a0000-0000-7000-8000-000000000001';

const open: NotesService[] = [];
const folders: string[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((service) => service.close()));
  await Promise.all(folders.splice(0).map((dir) => rm(dir, { recursive: true })));
});

async function start(parts: Partial<NotesServiceParts> = {}): Promise<NotesService> {
  const service = await createNotesService({
    world: { now: () => now, randomBytes: (length) => crypto.getRandomValues(new Uint8Array(length)) },
    dir: null,
    profile: 'versioned',
    verify: async () => ({ accessKeyId: '', secretAccessKey: '', sessionToken: '', expiresAt: now + 1, identityId }),
    authorize: async () => true,
    ...parts,
  });
  open.push(service);
  return service;
}

async function newFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'satchel-notes-'));
  folders.push(dir);
  return dir;
}

function request(method: string, path: string, body?: unknown): AwsRequest {
  const url = new URL(`https://${account.apiId}.execute-api.${account.region}.amazonaws.com${path}`);
  const bytes = new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body));
  return { method, url, signedUrl: url, headers: new Headers(), body: bytes };
}

const put = (service: NotesService, content: string) =>
  service.handle(request('PUT', `/prod/notes/${id}`, { content }));

async function refusalOf(service: NotesService, ...asked: Parameters<typeof request>): Promise<AwsError> {
  const refusal = await service.handle(request(...asked)).catch((error: unknown) => error);
  if (!(refusal instanceof AwsError)) throw new Error(`Not refused: ${refusal}`);
  return refusal;
}

describe('the embedded API Gateway', () => {
  it.each([
    ['GET', '/prod'],
    ['GET', '/prod/'],
    ['GET', '/prod/other'],
    ['GET', '/prod/notes/'],
    ['GET', `/prod/notes/${id}/more`],
    ['PUT', '/prod/notes'],
    ['POST', `/prod/notes/${id}`],
    ['PATCH', `/prod/notes/${id}`],
  ])('knows no %s %s, before it looks at the signature', async (method, path) => {
    const service = await start({ verify: () => Promise.reject(new Error('looked at')) });
    const refusal = await refusalOf(service, method, path);
    expect(refusal).toMatchObject({ status: 403, code: 'MissingAuthenticationTokenException' });
    expect(await service.refuse(refusal).json()).toEqual({ message: 'Missing Authentication Token' });
  });

  it.each(['/notes', '/dev/notes'])('has no stage in %s, and says so in other words', async (path) => {
    const service = await start({ verify: () => Promise.reject(new Error('looked at')) });
    const refusal = await refusalOf(service, 'GET', path);
    expect(await service.refuse(refusal).json()).toEqual({ message: 'Forbidden' });
  });

  it('passes on what is wrong with a signature, before it asks IAM', async () => {
    const refusal = new AwsError('ExpiredTokenException', 'The security token included in the request is expired', 403);
    const service = await start({
      verify: () => Promise.reject(refusal),
      authorize: () => Promise.reject(new Error('asked')),
    });
    expect(await refusalOf(service, 'GET', '/prod/notes')).toBe(refusal);
    const answer = service.refuse(refusal);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('x-amzn-errortype')).toBe('ExpiredTokenException');
    expect(answer.headers.get('date')).toBe('Sun, 22 Nov 2026 20:17:00 GMT');
    expect(await answer.json()).toEqual({ message: 'The security token included in the request is expired' });
  });

  it('asks IAM for the method and path as they were sent, without the query', async () => {
    const asked: unknown[] = [];
    const service = await start({ authorize: async (about) => asked.push(about) > 0 });
    await service.handle(request('GET', '/prod/notes?since=0'));
    await service.handle(request('GET', '/prod/notes/a%2Fb'));
    const api = 'arn:aws:execute-api:us-east-1:123456789012:localapi01/prod';
    expect(asked).toEqual([
      { identityId, action: 'execute-api:Invoke', resource: `${api}/GET/notes` },
      { identityId, action: 'execute-api:Invoke', resource: `${api}/GET/notes/a%2Fb` },
    ]);
  });

  it('refuses what IAM does not allow, and the function never hears of it', async () => {
    const service = await start({ authorize: async () => false });
    const refusal = await refusalOf(service, 'PUT', `/prod/notes/${id}`, { content: 'a' });
    expect(refusal).toMatchObject({ status: 403, code: 'AccessDeniedException' });
    expect(await service.refuse(refusal).json()).toEqual({
      Message: `User: arn:aws:sts::123456789012:assumed-role/satchel-local-authenticated/CognitoIdentityCredentials is not authorized to perform: execute-api:Invoke on resource: arn:aws:execute-api:us-east-1:********9012:localapi01/prod/PUT/notes/${id}`,
    });
    expect(await service.notes()).toEqual({});
  });

  it('takes no request over 10 MB', async () => {
    const service = await start();
    const refusal = await refusalOf(service, 'POST', '/prod/notes', { content: 'x'.repeat(10 * 1024 * 1024) });
    expect(refusal).toMatchObject({ status: 413, message: 'Request Too Long' });
  });

  it('tells the embedded servers’ time', async () => {
    const { headers } = await (await start()).handle(request('GET', '/prod/notes'));
    expect(headers.get('date')).toBe('Sun, 22 Nov 2026 20:17:00 GMT');
  });

  it('names requests by method and resource', async () => {
    const service = await start();
    const names = ['/prod/notes?since=0', `/prod/notes/${id}?version=1`, '/prod/other'].map((path) =>
      service.operation(request('GET', path)),
    );
    expect(names).toEqual(['GET /notes', 'GET /notes/{id}', 'GET /prod/other']);
  });
});

describe('the embedded notes', () => {
  it('are still there after a restart, in the order that changes need', async () => {
    const dir = await newFolder();
    const first = await start({ dir });
    const { cursor } = await (await first.handle(request('GET', '/prod/notes?since=0'))).json();
    await put(first, 'kept');
    await first.close();
    const second = await start({ dir });
    const answer = await second.handle(request('GET', `/prod/notes?since=${cursor}`));
    expect(await answer.json()).toMatchObject({ notes: [{ noteId: id, content: 'kept', version: 1 }] });
    expect(await readdir(dir)).toEqual(['dynamodb']);
  });

  it('are shown by person, without what has been deleted', async () => {
    const service = await start();
    await put(service, 'a');
    await service.handle(request('POST', '/prod/notes', { content: 'gone', noteId: id.replace(/1$/, '2') }));
    await service.handle(request('DELETE', `/prod/notes/${id.replace(/1$/, '2')}`));
    expect(await service.notes()).toMatchObject({ [identityId]: [{ noteId: id, content: 'a' }] });
  });

  it('are gone after a reset, and new ones can be written', async () => {
    const service = await start();
    await put(service, 'a');
    await service.reset();
    expect(await service.notes()).toEqual({});
    expect((await put(service, 'b')).status).toBe(200);
    expect(await service.notes()).toMatchObject({ [identityId]: [{ content: 'b', version: 1 }] });
  });

  it('refuse a folder that another one uses, and say what to do', async () => {
    const dir = await newFolder();
    await start({ dir });
    await expect(start({ dir })).rejects.toThrow('LOCAL_AWS_DIR');
  });

  it('may change profiles: the tutorial’s function finds them without tombstones, and takes their versions away', async () => {
    const dir = await newFolder();
    const versioned = await start({ dir });
    await put(versioned, 'ours');
    await versioned.handle(request('POST', '/prod/notes', { content: 'gone', noteId: id.replace(/1$/, '2') }));
    await versioned.handle(request('DELETE', `/prod/notes/${id.replace(/1$/, '2')}`));
    await versioned.close();
    const tutorial = await start({ dir, profile: 'tutorial' });
    const list = await (await tutorial.handle(request('GET', '/prod/notes'))).json();
    expect(list).toEqual([{ userId: identityId, noteId: id, content: 'ours', attachment: null, createdAt: now }]);
    expect((await tutorial.handle(request('GET', `/prod/notes/${id.replace(/1$/, '2')}`))).status).toBe(500);
    await put(tutorial, 'theirs');
    await tutorial.close();
    const again = await start({ dir });
    expect(await (await again.handle(request('GET', '/prod/notes'))).json()).toMatchObject([
      { noteId: id, content: 'theirs', version: 0 },
    ]);
  });

  it('cause no network request that msw could see', async () => {
    const seen: string[] = [];
    const network = setupServer();
    network.events.on('request:start', ({ request: { url } }) => seen.push(url));
    network.listen({ onUnhandledRequest: 'error' });
    try {
      expect((await put(await start(), 'a')).status).toBe(200);
    } finally {
      network.close();
    }
    expect(seen).toEqual([]);
  });
});
