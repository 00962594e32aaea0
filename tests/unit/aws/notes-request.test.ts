import { HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { amplifyConfig } from '#src/aws/amplify-config.ts';
import { createAmplifyLoader } from '#src/aws/amplify-loader.ts';
import type { Credentials } from '#src/aws/credentials.ts';
import { offline } from '#src/aws/failures.ts';
import { signedRequest } from '#src/aws/notes-request.ts';
import { fakeTabs } from '../../support/fake-tabs.ts';

const apiUrl = 'https://abc123.execute-api.us-east-1.amazonaws.com/prod';
const settings = {
  region: 'us-east-1',
  apiUrl,
  bucket: 'bucket',
  userPoolId: 'us-east-1_Pool',
  userPoolClientId: 'client1234',
  identityPoolId: 'us-east-1:00000000-0000-4000-8000-000000000001',
};
const signedIn: Credentials = {
  current: async () => ({
    ok: true,
    value: {
      sub: 'ada',
      identityId: 'us-east-1:ada',
      email: '',
      keys: { accessKeyId: '', secretAccessKey: '', sessionToken: '' },
    },
  }),
};

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const gate = fakeTabs().open().gate;
const sender = (credentials = signedIn) =>
  signedRequest(
    createAmplifyLoader(amplifyConfig(settings, null), () => true),
    credentials,
    gate,
  );

/** Answers every request with what `answer` gives, and counts them. */
function backend(answer: (request: Request) => Response | Promise<Response>) {
  const requests: Request[] = [];
  server.use(
    http.all(`${apiUrl}/*`, ({ request }) => {
      requests.push(request.clone());
      return answer(request);
    }),
  );
  return requests;
}

describe('a request to the notes API', () => {
  it('carries method, path, query and body, and brings status, headers and parsed JSON', async () => {
    const requests = backend(() => HttpResponse.json([1], { headers: { 'Retry-After': '3' } }));
    const result = await sender()({ method: 'GET', path: '/notes', query: { since: 'a b' } });
    expect(result).toMatchObject({ ok: true, value: { answer: { status: 200, text: '[1]' }, body: [1] } });
    expect(requests[0]?.url).toBe(`${apiUrl}/notes?since=a+b`);

    await sender()({ method: 'PUT', path: '/notes/x', body: { content: 'é', attachment: null, version: 2 } });
    expect(await requests[1]?.json()).toEqual({ content: 'é', attachment: null, version: 2 });
    expect(requests[1]?.headers.get('content-type')).toContain('application/json');
  });

  it.each([404, 409, 429, 500])(
    'brings an answer of %s with its body and headers, after one attempt',
    async (status) => {
      const requests = backend(() => HttpResponse.json({ error: 'no' }, { status, headers: { 'Retry-After': '3' } }));
      expect(await sender()({ method: 'GET', path: '/notes/x' })).toMatchObject({
        ok: true,
        value: { answer: { status, headers: { 'retry-after': '3' } }, body: { error: 'no' } },
      });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([200, 500])('brings what is no JSON without a body (%s)', async (status) => {
    backend(() => new HttpResponse('<html>', { status }));
    const result = await sender()({ method: 'GET', path: '/notes' });
    expect(result).toMatchObject({ ok: true, value: { answer: { status, text: '<html>' }, body: undefined } });
  });

  it('is offline where there is no answer', async () => {
    const requests = backend(() => HttpResponse.error());
    expect(await sender()({ method: 'GET', path: '/notes' })).toMatchObject({ failure: { kind: 'offline' } });
    expect(requests).toHaveLength(1);
  });

  it('is offline where the answer breaks off', async () => {
    const broken = new ReadableStream({
      start(controller) {
        controller.enqueue(new TextEncoder().encode('[{'));
        controller.error(new TypeError('terminated'));
      },
    });
    backend(() => new HttpResponse(broken));
    expect(await sender()({ method: 'GET', path: '/notes' })).toMatchObject({ failure: { kind: 'offline' } });
  });

  it('is not sent, and so never unsigned, where there are no credentials', async () => {
    const requests = backend(() => HttpResponse.json([]));
    const nobody: Credentials = { current: async () => ({ ok: false, failure: offline('no pool') }) };
    expect(await sender(nobody)({ method: 'GET', path: '/notes' })).toMatchObject({ failure: { details: 'no pool' } });
    expect(requests).toHaveLength(0);
  });

  it('ends when somebody wants to sign in or out, and says that this was why', async () => {
    let arrived = () => {};
    const here = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    backend(async ({ signal }) => {
      arrived();
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return HttpResponse.error();
    });
    const answer = sender()({ method: 'GET', path: '/notes' });
    await here;
    await gate.alone(async () => {});
    expect(await answer).toMatchObject({ ok: false, failure: { kind: 'interrupted' } });
  });
});
