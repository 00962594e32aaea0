import { describe, expect, it, onTestFinished } from 'vitest';
import type { Fault } from '../../../local-aws/faults.ts';
import { createLocalAws } from '../../../local-aws/local-aws.ts';
import { startServer } from '../../../local-aws/server.ts';
import { account } from '../../../local-aws/settings.ts';
import { realWorld } from '../../../local-aws/world.ts';
import { startLocalAws } from '../../support/local-aws-msw.ts';

const waited: number[] = [];
const sleep = async (ms: number) => void waited.push(ms);

/** The same embedded AWS behind a real port, and behind msw. */
const ways = [
  {
    way: 'over HTTP',
    async open() {
      const aws = await createLocalAws({ policy: 'satchel', api: 'versioned', dir: null }, realWorld, sleep);
      const server = await startServer(aws, { port: 0 });
      onTestFinished(async () => {
        await server.close();
        await aws.close();
      });
      const userPool = `${server.origin}/user-pool`;
      const identityPool = `${server.origin}/identity-pool`;
      const notes = `${server.origin}/notes-api/prod/notes`;
      return { aws, userPool, identityPool, notes, s3: `${server.origin}/s3/${account.bucket}/key` };
    },
  },
  {
    way: 'through msw',
    async open() {
      const { aws, close } = await startLocalAws({ sleep });
      onTestFinished(close);
      const userPool = 'https://cognito-idp.us-east-1.amazonaws.com/';
      const identityPool = 'https://cognito-identity.us-east-1.amazonaws.com/';
      const notes = `https://${account.apiId}.execute-api.us-east-1.amazonaws.com/prod/notes`;
      return { aws, userPool, identityPool, notes, s3: `https://${account.bucket}.s3.us-east-1.amazonaws.com/key` };
    },
  },
];

const signUp = (address: string) =>
  fetch(address, {
    method: 'POST',
    headers: { 'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp' },
    body: JSON.stringify({
      ClientId: account.userPoolClientId,
      Username: 'ada@example.com',
      Password: 'Analytical-1',
    }),
  });

describe.each(ways)('a fault $way', ({ open }) => {
  const withFault = async (fault: Omit<Fault, 'times'> & { times?: number }) => {
    const opened = await open();
    opened.aws.faults.add({ times: 1, ...fault });
    return opened;
  };
  type Opened = Awaited<ReturnType<typeof withFault>>;
  const logged = ({ aws }: Opened) =>
    aws.requests.entries().map(({ operation, status, fault }) => [operation, status, fault]);

  it("refuses in the user pool's own format", async () => {
    const opened = await withFault({ service: 'user-pool', effect: 'error', status: 429 });
    const answer = await signUp(opened.userPool);
    expect(answer.status).toBe(429);
    expect(answer.headers.get('x-amzn-errortype')).toMatch(/^TooManyRequestsException/);
    expect((await answer.json()).__type).toBe('TooManyRequestsException');
    expect(opened.aws.userPool.users()).toEqual([]);
    expect((await signUp(opened.userPool)).status).toBe(200);
    expect(logged(opened)).toEqual([
      ['SignUp', 429, 'error'],
      ['SignUp', 200, undefined],
    ]);
  });

  it('refuses with 500 where no status is given, in the format of S3 and of the API', async () => {
    const opened = await withFault({ service: 's3', effect: 'error' });
    const s3 = await fetch(opened.s3);
    expect(s3.status).toBe(500);
    expect(await s3.text()).toContain('<Code>InternalError</Code>');
    opened.aws.faults.add({ service: 'notes', effect: 'error', status: 503, times: 1 });
    const notes = await fetch(opened.notes);
    expect([notes.status, await notes.json()]).toEqual([503, { message: 'Service Unavailable' }]);
  });

  it('strikes the operation that it names, as often as it says', async () => {
    const opened = await withFault({ service: 'notes', operation: 'POST /notes', effect: 'error', times: 2 });
    const statuses: number[] = [];
    for (const method of ['GET', 'POST', 'POST', 'POST']) statuses.push((await fetch(opened.notes, { method })).status);
    expect(statuses).toEqual([403, 500, 500, 403]);
  });

  it('cuts the connection before the service sees the request', async () => {
    const opened = await withFault({ service: 'user-pool', effect: 'drop-request' });
    await expect(signUp(opened.userPool)).rejects.toThrow(TypeError);
    expect(opened.aws.userPool.users()).toEqual([]);
    expect(logged(opened)).toEqual([['SignUp', 0, 'drop-request']]);
  });

  it('cuts the connection after the service has done its work', async () => {
    const opened = await withFault({ service: 'user-pool', effect: 'drop-response' });
    await expect(signUp(opened.userPool)).rejects.toThrow(TypeError);
    expect(opened.aws.userPool.users()).toMatchObject([{ email: 'ada@example.com' }]);
    expect(logged(opened)).toEqual([['SignUp', 200, 'drop-response']]);
  });

  it('lets the service wait', async () => {
    waited.length = 0;
    const opened = await withFault({ service: 'user-pool', effect: 'delay', delayMs: 3000 });
    expect((await signUp(opened.userPool)).status).toBe(200);
    expect(waited).toEqual([3000]);
  });

  it.each([200, 502])('answers with a web page and %i', async (status) => {
    const opened = await withFault({ service: 'notes', effect: 'html', status });
    const answer = await fetch(opened.notes);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('text/html');
    expect(await answer.text()).toContain('<!doctype html>');
  });

  it.each([
    ['user-pool', 'userPool', 400, 'NotAuthorizedException'],
    ['identity-pool', 'identityPool', 400, 'Token expired'],
    ['notes', 'notes', 403, 'The security token included in the request is expired'],
    ['s3', 's3', 400, '<Code>ExpiredToken</Code>'],
  ] as const)('says in the words of the %s that credentials have run out', async (service, where, status, words) => {
    const opened = await withFault({ service, effect: 'expired-credentials' });
    const answer = await fetch(opened[where], { method: 'POST', body: '{}' });
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
  });

  it('breaks an answer off half-way through the length that it promises', async () => {
    const opened = await open();
    const whole = await (await fetch(opened.s3)).text();
    opened.aws.faults.add({ service: 's3', effect: 'cut-body', times: 1 });
    const answer = await fetch(opened.s3);
    expect(answer.status).toBe(403);
    expect(answer.headers.get('content-length')).toBe(String(whole.length));
    await expect(answer.text()).rejects.toThrow(TypeError);
    expect(logged(opened).at(-1)).toEqual(['GetObject', 403, 'cut-body']);
  });

  it('leaves the other services alone', async () => {
    const opened = await withFault({ service: 's3', effect: 'drop-request' });
    expect((await signUp(opened.userPool)).status).toBe(200);
    expect((await fetch(opened.notes)).status).toBe(403);
  });
});

describe('the msw adapter', () => {
  it('finds the newest code, and tells what the services were asked', async () => {
    const { userPool, ...test } = {
      ...(await startLocalAws()),
      userPool: 'https://cognito-idp.us-east-1.amazonaws.com/',
    };
    onTestFinished(test.close);
    await signUp(userPool);
    expect(test.code('ada@example.com', 'sign-up')).toMatch(/^\d{6}$/);
    expect(() => test.code('ada@example.com', 'reset')).toThrow('No reset code');
    expect(test.asked()).toEqual(['user-pool SignUp']);
    expect((await (await fetch('http://localhost:3000/__aws/inbox')).json()).length).toBe(1);
  });
});
