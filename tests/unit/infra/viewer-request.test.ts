import { readFile } from 'node:fs/promises';
import { createContext, runInContext } from 'node:vm';
import { beforeAll, describe, expect, it } from 'vitest';

let rewritten: (uri: string) => unknown;

beforeAll(async () => {
  const code = await readFile(new URL('../../../infra/site/viewer-request.js', import.meta.url), 'utf8');
  // As in CloudFront: a realm of its own, without anything of Node.
  const realm = createContext({});
  runInContext(code, realm);
  rewritten = (uri) =>
    runInContext(
      `handler(${JSON.stringify({ request: { method: 'GET', uri, querystring: {}, headers: {} } })}).uri`,
      realm,
    );
});

describe('the function in CloudFront', () => {
  it.each([
    '/',
    '/notes/new',
    '/notes/019ab0c4-7d24-7e8a-9c60-2f7d1a8b3e45/history',
    '/settings/storage',
    '/login',
    '/nowhere',
    '/assets',
  ])('gives the page for the route %s', (uri) => expect(rewritten(uri)).toBe('/index.html'));

  it.each([
    '/index.html',
    '/service-worker.js',
    '/manifest.webmanifest',
    '/icon.png',
    '/assets/start-B1x9.js',
    '/assets/pdf/5.6.205/cmaps/LICENSE',
    '/.well-known/change-password',
    '/notes/plan.pdf',
  ])('leaves the file %s alone, whether it is there or not', (uri) => expect(rewritten(uri)).toBe(uri));
});
