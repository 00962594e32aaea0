import { describe, expect, it, onTestFinished } from 'vitest';
import { createLocalAws } from '../../../local-aws/local-aws.ts';
import { account } from '../../../local-aws/settings.ts';
import { realWorld } from '../../../local-aws/world.ts';

const page = 'http://localhost:5173';

async function open() {
  const aws = await createLocalAws({ policy: 'satchel', api: 'versioned', dir: null }, realWorld);
  onTestFinished(() => aws.close());
  const ask = async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const init = body === undefined ? {} : { body: text };
    const response = await aws.handle(new Request(`${page}/__aws${path}`, { method, headers, ...init }));
    const answer = await response.text();
    return { status: response.status, headers: response.headers, body: answer === '' ? null : JSON.parse(answer) };
  };
  const signUp = (email: string) =>
    aws.handle(
      new Request(`${page}/user-pool`, {
        method: 'POST',
        headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' },
        body: JSON.stringify({ ClientId: account.userPoolClientId, Username: email, Password: 'Analytical-1' }),
      }),
    );
  return { aws, ask, signUp };
}

describe('the control API', () => {
  it('shows the mail that has been sent, the oldest first', async () => {
    const { ask, signUp } = await open();
    await signUp('ada@example.com');
    await signUp('bob@example.com');
    const { body } = await ask('GET', '/inbox');
    expect(body).toMatchObject([
      { to: 'ada@example.com', kind: 'sign-up', code: expect.stringMatching(/^\d{6}$/), sentAt: expect.any(Number) },
      { to: 'bob@example.com', kind: 'sign-up' },
    ]);
  });

  it('shows the requests that services got, but no preflights and none of its own, and forgets them when told to', async () => {
    const { aws, ask, signUp } = await open();
    const before = Date.now();
    await signUp('ada@example.com');
    await aws.handle(new Request(`${page}/notes-api/prod/notes`, { method: 'OPTIONS' }));
    await aws.handle(new Request(`${page}/notes-api/prod/notes/a`));
    const { body } = await ask('GET', '/requests');
    expect(body).toMatchObject([
      { service: 'user-pool', operation: 'SignUp', status: 200 },
      { service: 'notes', operation: 'GET /notes/{id}', status: 403 },
    ]);
    expect(body[0].at).toBeGreaterThanOrEqual(before);
    expect((await ask('DELETE', '/requests')).body).toEqual([]);
    expect((await ask('GET', '/requests')).body).toEqual([]);
  });

  it('adds a user as an administrator would', async () => {
    const { ask } = await open();
    expect(await ask('POST', '/users', { email: 'ada@example.com' })).toMatchObject({
      status: 200,
      body: { email: 'ada@example.com', temporaryPassword: expect.any(String) },
    });
    expect((await ask('GET', '/state')).body.users).toMatchObject([
      { email: 'ada@example.com', status: 'FORCE_CHANGE_PASSWORD' },
    ]);
    const again = await ask('POST', '/users', { email: 'ada@example.com', temporaryPassword: 'Analytical-1' });
    expect(again.status).toBe(400);
    expect(again.body.error).toContain('UsernameExistsException');
  });

  it('empties everything, puts the clock right and takes faults back', async () => {
    const { aws, ask, signUp } = await open();
    await signUp('ada@example.com');
    await ask('POST', '/clock', { offsetMs: 5000 });
    await ask('POST', '/faults', { service: 's3', effect: 'error' });
    expect((await ask('POST', '/reset')).body).toEqual({ users: [], notes: {}, objects: [], uploads: [] });
    expect((await ask('GET', '/inbox')).body).toEqual([]);
    expect((await ask('GET', '/requests')).body).toEqual([]);
    expect((await ask('GET', '/faults')).body).toEqual([]);
    expect(aws.clock.offset()).toBe(0);
  });

  it('tells the time that it has been set to', async () => {
    const { ask } = await open();
    const { body } = await ask('POST', '/clock', { offsetMs: -3_600_000 });
    expect(body.offsetMs).toBe(-3_600_000);
    expect(Math.abs(body.now + 3_600_000 - Date.now())).toBeLessThan(60_000);
  });

  it('keeps faults until they are taken back', async () => {
    const { ask } = await open();
    const fault = { service: 'notes', operation: 'GET /notes', effect: 'delay', delayMs: 10, times: 2 };
    expect((await ask('POST', '/faults', fault)).body).toEqual([fault]);
    expect((await ask('DELETE', '/faults')).body).toEqual([]);
  });

  it.each([
    ['/faults', { service: 'sns', effect: 'error' }, 'service'],
    ['/faults', { service: 's3' }, 'effect'],
    ['/faults', { service: 's3', effect: 'explode' }, 'effect'],
    ['/faults', { service: 's3', effect: 'error', status: 200 }, 'status is for'],
    ['/faults', { service: 's3', effect: 'cut-body', status: 500 }, 'status is for'],
    ['/faults', { service: 's3', effect: 'delay' }, 'delayMs is needed'],
    ['/faults', { service: 's3', effect: 'error', time: 2 }, 'time'],
    ['/faults', { service: 's3', effect: 'error', times: 0 }, 'times'],
    ['/clock', { offsetMs: '5' }, 'offsetMs'],
    ['/clock', undefined, 'Object'],
    ['/clock', '{"offsetMs": ', 'not JSON'],
    ['/users', { email: 'nobody' }, 'email'],
  ])('refuses %s %j with a sentence', async (path, body, words) => {
    const { ask } = await open();
    const refused = await ask('POST', path, body);
    expect(refused.status).toBe(400);
    expect(refused.body.error).toContain(words);
    expect(refused.body.error).toMatch(/\.$/);
  });

  it('says what there is where there is nothing', async () => {
    const { ask } = await open();
    const { status, body } = await ask('PUT', '/inbox', {});
    expect(status).toBe(404);
    expect(body.error).toContain('GET /inbox');
  });

  it('lets pages of this computer in, whatever their port', async () => {
    const { ask } = await open();
    const origin = 'http://127.0.0.1:4173';
    const preflight = await ask('OPTIONS', '/faults', undefined, { origin });
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin);
    expect(preflight.headers.get('access-control-allow-methods')).toContain('DELETE');
    expect((await ask('GET', '/inbox', undefined, { origin })).headers.get('access-control-allow-origin')).toBe(origin);
  });

  it('lets no page of the web in, nor one that calls itself by a name of its own', async () => {
    const { aws, ask, signUp } = await open();
    await signUp('ada@example.com');
    for (const origin of ['https://evil.example', 'http://localhost.evil.example', 'null']) {
      expect((await ask('POST', '/reset', undefined, { origin })).status).toBe(403);
      expect((await ask('GET', '/inbox', undefined, { origin })).headers.get('access-control-allow-origin')).toBeNull();
    }
    const rebound = await aws.handle(new Request('http://evil.example:5173/__aws/reset', { method: 'POST' }));
    expect(rebound.status).toBe(403);
    expect((await ask('GET', '/state')).body.users).toHaveLength(1);
  });
});
