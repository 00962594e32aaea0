import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { siteFiles } from '../../../infra/deploy/site-files.ts';
import { uploadSite } from '../../../infra/deploy/upload-site.ts';
import { awsReach, siteHeaders } from '../../../infra/site/site-headers.ts';
import { createCloudFront } from '../../../local-aws/cloudfront/cloudfront.ts';
import { type DistributionRules, distributionRules } from '../../../local-aws/cloudfront/distribution.ts';
import type { SiteObject } from '../../../local-aws/cloudfront/site-bucket.ts';
import { valueIn } from '../../../local-aws/cloudfront/template-values.ts';
import { deployedAs, outputsOf, stackTemplate } from '../../support/stack-template.ts';
import { temporaryFolder } from './local-aws-http.ts';

let template: unknown;
let rules: DistributionRules;

beforeAll(() => {
  template = stackTemplate();
  rules = distributionRules(template, deployedAs);
}, 120_000);

const page = (script: string) => `<!doctype html><script type="module" src="/assets/${script}"></script>`;

/** The distribution of the stack over a bucket that `npm run deploy` has uploaded to. */
async function site(changed: Partial<DistributionRules> = {}) {
  const objects = new Map<string, SiteObject>();
  const clock = { now: 0 };
  const ask = createCloudFront({
    rules: { ...rules, ...changed },
    objects: async (path) => objects.get(path) ?? null,
    now: () => clock.now,
  });
  const bucket = {
    keys: async () => [...objects.keys()].map((path) => path.slice(1)),
    put: async ({ path, file, ...headers }: Awaited<ReturnType<typeof siteFiles>>[number]) =>
      void objects.set(path, { bytes: new Uint8Array(await readFile(file)), ...headers }),
    remove: async () => undefined,
  };
  const deploy = async (script: string) => {
    const dir = await temporaryFolder();
    await mkdir(join(dir, 'assets'));
    await writeFile(join(dir, 'index.html'), page(script));
    await writeFile(join(dir, 'assets', script), 'export {};'.repeat(500));
    await writeFile(join(dir, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    await uploadSite(bucket, await siteFiles(dir));
  };
  await deploy('start-1.js');
  const get = (path: string, headers = {}, method = 'GET') =>
    ask(new Request(`https://d1234.cloudfront.net${path}`, { method, headers }));
  return { get, deploy, clock };
}

describe('the distribution of the stack', () => {
  it('gives the page for every route, under the very headers that the app needs for the stack’s own addresses', async () => {
    const { get } = await site();
    const { ApiUrl = '', UploadsBucketName = '', Region = '' } = outputsOf(template);
    const expected = siteHeaders(
      awsReach({ region: Region, apiOrigin: ApiUrl.replace(/\/prod$/, ''), bucket: UploadsBucketName }),
    );
    for (const path of [
      '/',
      '/notes/019ab0c4-7d24-7e8a-9c60-2f7d1a8b3e45',
      '/settings/storage',
      '/login?redirect=%2F',
    ]) {
      const answer = await get(path);
      expect(await answer.text()).toBe(page('start-1.js'));
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        ...expected,
        'content-type': 'text/html; charset=utf-8',
        'cache-control': 'no-cache',
      });
    }
  });

  it('says 404 for a file that is not there, and never the page', async () => {
    const { get } = await site();
    for (const path of ['/assets/start-0.js', '/icon-9.png', '/.well-known/change-password', '/assets/start-1.js/x']) {
      const answer = await get(path);
      expect(answer.status, path).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/xml');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(await answer.text()).not.toContain('<script');
    }
    expect((await (await site({ mayList: false })).get('/assets/start-0.js')).status).toBe(403);
  });

  it('shows a deploy at once, and goes on giving the files of the build before', async () => {
    const { get, deploy } = await site();
    await get('/');
    await get('/assets/start-1.js');
    await deploy('start-2.js');
    expect(await (await get('/notes/new')).text()).toBe(page('start-2.js'));
    for (const script of ['start-1.js', 'start-2.js']) {
      const answer = await get(`/assets/${script}`);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    expect((await get('/assets/start-1.js')).headers.get('x-cache')).toBe('Hit from cloudfront');
    expect((await get('/')).headers.get('x-cache')).toBe('Miss from cloudfront');
  });

  it('forgets after ten seconds that a file was not there', async () => {
    const { get, deploy, clock } = await site();
    expect((await get('/assets/start-2.js')).status).toBe(404);
    await deploy('start-2.js');
    expect((await get('/assets/start-2.js')).status).toBe(404);
    clock.now = 10_000;
    expect((await get('/assets/start-2.js')).status).toBe(200);
  });

  it('compresses scripts, says when nothing has changed, and takes no writes', async () => {
    const { get } = await site();
    const packed = await get('/assets/start-1.js', { 'accept-encoding': 'gzip, br' });
    expect(packed.headers.get('content-encoding')).toBe('br');
    expect((await packed.arrayBuffer()).byteLength).toBeLessThan(200);
    const whole = await get('/');
    const again = await get('/settings', { 'if-none-match': whole.headers.get('etag') ?? '' });
    expect(again.status).toBe(304);
    expect((await get('/', {}, 'POST')).status).toBe(403);
    expect(await (await get('/', {}, 'HEAD')).text()).toBe('');
  });
});

describe('the embedded CloudFront', () => {
  it('refuses what it does not know, so that no test passes without it', () => {
    const errors = [{ ErrorCode: 403, ResponseCode: 200, ResponsePagePath: '/index.html' }];
    const withErrors = JSON.parse(
      JSON.stringify(template).replace(
        '"DefaultRootObject"',
        (name) => `"CustomErrorResponses":${JSON.stringify(errors)},${name}`,
      ),
    );
    expect(() => distributionRules(withErrors, deployedAs)).toThrow('CustomErrorResponses');
    expect(() => valueIn({ 'Fn::ImportValue': 'x' }, deployedAs)).toThrow('does not know Fn::ImportValue');
  });
});
