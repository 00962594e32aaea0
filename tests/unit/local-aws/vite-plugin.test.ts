import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { inspect } from 'node:util';
import { createServer, type InlineConfig, preview } from 'vite';
import { describe, expect, it, onTestFinished } from 'vitest';
import { awsReach } from '../../../infra/site/site-headers.ts';
import { createLocalAws } from '../../../local-aws/local-aws.ts';
import { freePort } from '../../../local-aws/ports.ts';
import { awsPreview, localAws } from '../../../local-aws/vite-plugin.ts';
import { realWorld } from '../../../local-aws/world.ts';
import { temporaryFolder } from './local-aws-http.ts';

const html = '<!doctype html><html lang="en"><head><title>A page</title></head><body></body></html>';

/** A page of our own with the plugin, as vite.config.ts sets it up. `port`: taken by the page, or it is an error. */
async function project(port: number, policy: 'satchel' | 'tutorial-2018' = 'satchel') {
  const root = await temporaryFolder();
  await writeFile(join(root, 'index.html'), html);
  await mkdir(join(root, 'out/assets'), { recursive: true });
  await writeFile(join(root, 'out/index.html'), html);
  await writeFile(join(root, 'out/assets/app-1234.js'), 'console.info(1)');
  await writeFile(join(root, 'out/icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  const dir = join(root, 'aws');
  const settings = { policy, api: 'versioned', dir } as const;
  const address = { host: '127.0.0.1', port, strictPort: true };
  const config: InlineConfig = {
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [localAws({ settings, maxAttachmentBytes: 1000 })],
    server: { ...address, watch: null },
    preview: address,
    build: { outDir: 'out' },
  };
  return { root, dir, config, settings };
}

async function startDev(config: InlineConfig) {
  const server = await createServer(config);
  onTestFinished(() => server.close());
  await server.listen();
  return server;
}

async function startPreview(config: InlineConfig) {
  const server = await preview(config);
  onTestFinished(() => server.close());
  return server;
}

/** What the page is told of the embedded AWS. */
async function metaOf(page: string) {
  const content = /<meta name="satchel-local-aws" content="([^"]*)"/.exec(await (await fetch(page)).text())?.[1] ?? '';
  return JSON.parse(content.replaceAll('&quot;', '"'));
}

const freePortForPage = () => freePort(20_000 + Math.floor(Math.random() * 20_000));

describe.each([
  ['the dev server', async (config: InlineConfig) => void (await startDev(config))],
  ['the preview server', async (config: InlineConfig) => void (await startPreview(config))],
])('%s with the embedded AWS', (_server, start) => {
  it('tells the page where the embedded AWS is: on another port of this computer', async () => {
    const port = await freePortForPage();
    await start((await project(port)).config);
    const page = `http://127.0.0.1:${port}`;
    const { origin, ...meta } = await metaOf(`${page}/notes/new`);
    expect(Number(new URL(origin).port)).toBeGreaterThan(port);
    expect(new URL(origin).hostname).toBe('127.0.0.1');
    expect(meta).toMatchObject({ apiUrl: `${origin}/notes-api/prod`, maxAttachmentBytes: 1000 });
    expect((await fetch(`${origin}/user-pool`, { method: 'POST' })).headers.get('x-amzn-requestid')).not.toBeNull();
    expect(await (await fetch(`${page}/__aws/inbox`)).json()).toEqual([]);
    expect(await (await fetch(`${origin}/__aws/inbox`)).json()).toEqual([]);
  });

  it('has attachments go where the policy allows them', async () => {
    const port = await freePortForPage();
    await start((await project(port, 'tutorial-2018')).config);
    const meta = await metaOf(`http://127.0.0.1:${port}/`);
    expect(meta.attachmentsPrefix).toBe('private/{identityId}/');
  });

  it('stops with a sentence where its port is taken', async () => {
    const port = await freePortForPage();
    await start((await project(port)).config);
    const failed = await start((await project(port)).config).catch((error: unknown) => error);
    expect(inspect(failed)).toBe(
      `Port ${port} is in use by another program: stop that program, or set PORT to another one.`,
    );
  });

  it('stops with a sentence where another server has its folder', async () => {
    const { config, dir } = await project(await freePortForPage());
    await start(config);
    const other = await project(await freePortForPage());
    const shared = { policy: 'satchel', api: 'versioned', dir } as const;
    const plugins = [localAws({ settings: shared, maxAttachmentBytes: 1000 })];
    const failed = await start({ ...other.config, plugins }).catch((error: unknown) => error);
    expect(inspect(failed)).toMatch(
      /cannot be opened .*\nAnother embedded AWS may be using it\. LOCAL_AWS_DIR sets another folder\.$/,
    );
  });
});

describe('the dev server', () => {
  it('frees port and folder when it closes', async () => {
    const port = await freePortForPage();
    const { config, settings } = await project(port);
    const server = await startDev(config);
    const { origin } = await metaOf(`http://127.0.0.1:${port}/`);
    await server.close();
    await expect(fetch(origin)).rejects.toThrow();
    const aws = await createLocalAws(settings, realWorld);
    await aws.close();
  });

  it('has the same data after it has restarted itself', async () => {
    const port = await freePortForPage();
    const { config } = await project(port);
    const server = await startDev(config);
    const users = `http://127.0.0.1:${port}/__aws/users`;
    await fetch(users, { method: 'POST', body: JSON.stringify({ email: 'ada@example.com' }) });
    await server.restart();
    const { origin } = await metaOf(`http://127.0.0.1:${port}/`);
    const state = await (await fetch(`${origin}/__aws/state`)).json();
    expect(state.users).toMatchObject([{ email: 'ada@example.com' }]);
  });
});

describe('the preview server', () => {
  it('serves the page for every route under its Content-Security-Policy, files with headers of their own, and 404 for the rest', async () => {
    const port = await freePortForPage();
    await startPreview((await project(port)).config);
    const page = `http://127.0.0.1:${port}`;
    const { origin } = await metaOf(page);
    const route = await fetch(`${page}/notes/019ab0c4?x=1`);
    expect(route.status).toBe(200);
    expect(Object.fromEntries(route.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(route.headers.get('content-security-policy')).toBe(
      `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; media-src blob: ${origin}; font-src 'self'; connect-src 'self' ${origin}; manifest-src 'self'; worker-src 'self'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types dompurify satchel`,
    );
    const hashed = await fetch(`${page}/assets/app-1234.js`);
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(hashed.headers.get('content-type')).toContain('javascript');
    expect((await fetch(`${page}/icon.svg`)).headers.get('cache-control')).toBe('no-cache');
    for (const missing of ['/assets/app-9999.js', '/icon.png', '/..%2findex.html'])
      expect((await fetch(page + missing)).status, missing).toBe(404);
    expect((await fetch(`${page}/%ff`)).status).toBe(400);
    expect((await fetch(page, { method: 'POST' })).status).toBe(405);
  });

  it('serves a service worker that changes with the page, so that browsers fetch the page anew where the embedded AWS has moved', async () => {
    const worker = async () => {
      const port = await freePortForPage();
      const { root, config } = await project(port);
      await writeFile(join(root, 'out/service-worker.js'), 'self.skipWaiting()');
      await startPreview(config);
      const answer = await fetch(`http://127.0.0.1:${port}/service-worker.js`);
      expect(answer.headers.get('content-type')).toContain('javascript');
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
      return answer.text();
    };
    const [one, other] = [await worker(), await worker()];
    for (const text of [one, other]) expect(text).toMatch(/^self\.skipWaiting\(\)\n\/\/ [0-9a-f]{64}\n$/);
    expect(one).not.toBe(other);
  });

  it('serves a build for AWS as it is, with nothing in reach but its own AWS', async () => {
    const port = await freePortForPage();
    const { config } = await project(port);
    const reach = awsReach({
      region: 'eu-central-1',
      apiOrigin: 'https://api.example.org',
      bucket: 'garden-notes-uploads',
    });
    await startPreview({ ...config, plugins: [awsPreview(reach)] });
    const page = await fetch(`http://127.0.0.1:${port}/settings`);
    expect(await page.text()).toBe(html);
    expect(page.headers.get('content-security-policy')).toContain(
      "connect-src 'self' https://cognito-idp.eu-central-1.amazonaws.com https://cognito-identity.eu-central-1.amazonaws.com https://api.example.org https://garden-notes-uploads.s3.eu-central-1.amazonaws.com;",
    );
  });

  it('says what to do where nothing has been built', async () => {
    const { config } = await project(await freePortForPage());
    const failed = await preview({ ...config, build: { outDir: 'nowhere' } }).catch((error: unknown) => error);
    expect(inspect(failed)).toMatch(/^There is no build in .*nowhere\/ to be served: build it first\.$/);
  });
});

describe('vite build', () => {
  it('stops with a sentence for each setting that is wrong, and no stack', async () => {
    const root = resolve(import.meta.dirname, '../../..');
    const vite = join(root, 'node_modules/vite/bin/vite.js');
    const wrong = { VITE_REGION: 'eu-central-1', VITE_BUCKET: 's3://notes', VITE_API_URL: 'http://api.example.org' };
    const env = { PATH: process.env.PATH, NO_COLOR: '1', ...wrong };
    const { code, stderr } = await new Promise<{ code: unknown; stderr: string }>((done) => {
      execFile(process.execPath, [vite, 'build'], { cwd: root, env }, (error, _stdout, text) =>
        done({ code: error?.code, stderr: text }),
      );
    });
    expect(code).toBe(1);
    expect(stderr).toContain('VITE_BUCKET must be the bare name of the bucket');
    expect(stderr).toContain('VITE_API_URL must begin with https://.');
    expect(stderr).not.toMatch(/^\s+at /m);
  });
});
