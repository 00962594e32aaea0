import { describe, expect, it } from 'vitest';
import { bucketCors } from '../../../local-aws/s3/cors.ts';
import { ORIGIN } from './s3-server.ts';

const ours = bucketCors('satchel');
const page = 'http://localhost:5173';
const exposed = /(^|, )ETag, Date, .*Content-Range.*x-amz-request-id/;

const preflight = (headers: Readonly<Record<string, string>>) =>
  ours.preflight(new Request(`${ORIGIN}/a`, { method: 'OPTIONS', headers }), new URL(`${ORIGIN}/a`));

const asked = (origin: string, method = 'PUT') =>
  preflight({
    origin,
    'access-control-request-method': method,
    'access-control-request-headers': 'Authorization,X-Amz-Date',
  });

describe('a preflight', () => {
  it.each(['GET', 'PUT', 'POST', 'HEAD', 'DELETE'])('for %s from a page of this computer is allowed', (method) => {
    const answer = asked(page, method);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe(page);
    expect(answer.headers.get('access-control-allow-methods')).toContain(method);
    expect(answer.headers.get('access-control-allow-headers')).toBe('authorization, x-amz-date');
    expect(answer.headers.get('access-control-max-age')).toBe('3000');
    expect(answer.headers.get('vary')).toContain('Origin');
  });

  it.each([
    ['a page of another host', () => asked('https://evil.example')],
    ['a page of a host that only begins alike', () => asked('http://localhost.evil.example:80')],
    ['a page over another scheme', () => asked('https://localhost:5173')],
    ['a sandboxed page', () => asked('null')],
    ['a method that is not in the rule', () => asked(page, 'PATCH')],
  ])('from %s is refused', async (_what, ask) => {
    const answer = ask();
    expect(answer.status).toBe(403);
    expect(answer.headers.get('access-control-allow-origin')).toBeNull();
    expect(await answer.text()).toContain('<Code>AccessForbidden</Code>');
  });

  it('without an origin or a method is no preflight', () => {
    expect(preflight({}).status).toBe(400);
    expect(preflight({ origin: page }).status).toBe(400);
  });
});

describe('an answer', () => {
  const headersFor = (origin: string | null, method = 'GET') =>
    ours.headers(new Request(`${ORIGIN}/a`, { method, headers: origin === null ? {} : { origin } }), new URL(ORIGIN));

  it('lets a page of this computer read it, and the headers that it needs', () => {
    for (const origin of [page, 'http://127.0.0.1:4173'])
      expect(headersFor(origin)).toMatchObject({
        'access-control-allow-origin': origin,
        'access-control-expose-headers': expect.stringMatching(exposed),
      });
  });

  it('is bare for other pages, and where no page asks', () => {
    for (const origin of [null, 'https://evil.example', 'http://localhost']) expect(headersFor(origin)).toEqual({});
  });
});

describe("the tutorial's bucket", () => {
  const request = (method: string) =>
    new Request(`${ORIGIN}/a`, {
      method,
      headers: { origin: 'https://notes.example', 'access-control-request-method': 'PUT' },
    });

  it('lets every page in, and shows it no header', () => {
    for (const policy of ['tutorial-2017', 'tutorial-2018'] as const) {
      const cors = bucketCors(policy);
      expect(cors.preflight(request('OPTIONS'), new URL(ORIGIN)).status).toBe(200);
      const headers = cors.headers(request('PUT'), new URL(ORIGIN));
      expect(headers['access-control-allow-origin']).toBe('*');
      expect(Object.keys(headers)).not.toContain('access-control-expose-headers');
    }
  });
});
