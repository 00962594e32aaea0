import * as v from 'valibot';
import { clockRequest, faultRequest, userRequest } from './control-requests.ts';
import type { LocalAws } from './local-aws.ts';
import { isLoopback } from './loopback.ts';
import { AwsError } from './service.ts';

type Handler = (body: unknown) => unknown;

/**
 * What tests and curious people may see of the embedded AWS and do to it, as JSON under `/__aws`. Only pages of this computer may:
 * any page on the web could send requests to it otherwise.
 */
export function createControlApi(aws: Omit<LocalAws, 'handle'>): (request: Request, path: string) => Promise<Response> {
  const routes: Readonly<Record<string, Handler>> = {
    'GET /inbox': () => aws.inbox.messages(),
    'GET /requests': () => aws.requests.entries(),
    'DELETE /requests': () => {
      aws.requests.clear();
      return aws.requests.entries();
    },
    'GET /state': () => aws.state(),
    'GET /faults': () => aws.faults.pending(),
    'POST /faults': (body) => {
      aws.faults.add(v.parse(faultRequest, body));
      return aws.faults.pending();
    },
    'DELETE /faults': () => {
      aws.faults.clear();
      return aws.faults.pending();
    },
    'POST /clock': (body) => {
      aws.clock.setOffset(v.parse(clockRequest, body).offsetMs);
      return { offsetMs: aws.clock.offset(), now: aws.clock.world.now() };
    },
    'POST /users': async (body) => {
      const user = v.parse(userRequest, body);
      await aws.userPool.createUserByAdmin(user);
      return user;
    },
    'POST /reset': async () => {
      await aws.reset();
      return aws.state();
    },
  };

  return async (request, path) => {
    const origin = request.headers.get('origin');
    if (!isLoopback(new URL(request.url)) || (origin !== null && !isLocalOrigin(origin)))
      return json(403, { error: 'Only pages and programs of this computer may do this.' });
    const cors = origin === null ? {} : { 'access-control-allow-origin': origin, vary: 'Origin' };
    if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: { ...cors, ...preflight } });
    return json(...(await answer(request, path)), cors);
  };

  async function answer(request: Request, path: string): Promise<[status: number, body: unknown]> {
    const handler = routes[`${request.method} ${path}`];
    if (handler === undefined)
      return [404, { error: `There is no ${request.method} /__aws${path}, but ${Object.keys(routes).join(', ')}.` }];
    try {
      return [200, await handler(await bodyOf(request))];
    } catch (error) {
      const refusal = sentenceOf(error);
      if (refusal === null) throw error;
      return [400, { error: refusal }];
    }
  }
}

const preflight = {
  'access-control-allow-methods': 'GET, POST, DELETE',
  'access-control-allow-headers': 'content-type',
};

const isLocalOrigin = (origin: string) => URL.canParse(origin) && isLoopback(new URL(origin));

async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text();
  return text === '' ? undefined : JSON.parse(text);
}

/** What was wrong with a request, as a sentence; null: nothing, the fault is ours. */
function sentenceOf(error: unknown): string | null {
  if (error instanceof v.ValiError)
    return `${error.issues.map((issue) => [v.getDotPath(issue), issue.message].filter(Boolean).join(': ')).join('; ')}.`;
  if (error instanceof SyntaxError) return `The body is not JSON: ${error.message}.`;
  return error instanceof AwsError ? `${error.code}: ${error.message}` : null;
}

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(`${JSON.stringify(body, null, 2)}\n`, {
    status,
    headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
  });
