import { HiddenAnswer } from './ask.ts';

/**
 * `fetch` for a program, as a page of `origin` has it (https://fetch.spec.whatwg.org/#http-cors-protocol): with a preflight, without the
 * headers that are not exposed, and rejecting what CORS keeps from the page. `tells`: the error says what that was, which a browser's does not.
 */
export function pageFetch(origin: string, ask: typeof fetch, tells: boolean): typeof fetch {
  const hidden = async (reason: string, response: Response) =>
    tells ? new HiddenAnswer(reason, response.status, await response.text()) : new TypeError('Failed to fetch');

  return async (input, init = {}) => {
    const url = input instanceof Request ? input.url : input;
    const { method = 'GET', mode, signal = null } = init;
    if (mode === 'no-cors') return ask(url, { method, signal });
    const names = [...new Headers(init.headers).keys()].filter((name) => name !== 'accept');
    if (!isSimple(method) || names.length > 0) {
      const headers = {
        origin,
        'access-control-request-method': method,
        ...(names.length > 0 && { 'access-control-request-headers': names.sort().join(',') }),
      };
      const preflight = await ask(url, { method: 'OPTIONS', headers, signal, redirect: 'manual' });
      const refusal = preflightRefusal(preflight, origin, method, names);
      if (refusal !== null) throw await hidden(refusal, preflight);
    }
    const response = await ask(url, { ...init, headers: { ...init.headers, origin } });
    if (!letsIn(response, origin))
      throw await hidden(`The answer has no Access-Control-Allow-Origin for ${origin}.`, response);
    const shown = listOf(response, 'access-control-expose-headers');
    const headers = [...response.headers].filter(([name]) => safelisted.has(name) || shown.has(name));
    const { status } = response;
    const body = [101, 204, 205, 304].includes(status) ? null : await response.arrayBuffer();
    return new Response(body, { status, headers });
  };
}

function preflightRefusal(answer: Response, origin: string, method: string, names: readonly string[]): string | null {
  if (!answer.ok) return `The preflight is answered with HTTP ${answer.status}.`;
  if (!letsIn(answer, origin)) return `The preflight has no Access-Control-Allow-Origin for ${origin}.`;
  const methods = listOf(answer, 'access-control-allow-methods');
  if (!isSimple(method) && !methods.has(method.toLowerCase()) && !methods.has('*'))
    return `The preflight does not allow ${method}.`;
  const allowed = listOf(answer, 'access-control-allow-headers');
  const missing = names.find((name) => !allowed.has(name) && !(allowed.has('*') && name !== 'authorization'));
  return missing === undefined ? null : `The preflight does not allow the header ${missing}.`;
}

const isSimple = (method: string) => ['GET', 'HEAD', 'POST'].includes(method);

const letsIn = ({ headers }: Response, origin: string) =>
  ['*', origin].includes(headers.get('access-control-allow-origin') ?? '');

const listOf = ({ headers }: Response, name: string): ReadonlySet<string> =>
  new Set((headers.get(name) ?? '').split(',').map((one) => one.trim().toLowerCase()));

const safelisted: ReadonlySet<string> = new Set([
  'cache-control',
  'content-language',
  'content-length',
  'content-type',
  'expires',
  'last-modified',
  'pragma',
]);
