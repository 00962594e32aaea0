import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { siteFiles } from '../../infra/deploy/site-files.ts';
import { createCloudFront } from '../../local-aws/cloudfront/cloudfront.ts';
import { distributionRules } from '../../local-aws/cloudfront/distribution.ts';
import type { SiteObject } from '../../local-aws/cloudfront/site-bucket.ts';
import { createLocalAws } from '../../local-aws/local-aws.ts';
import { pageMeta, withMeta } from '../../local-aws/page-meta.ts';
import { startServer } from '../../local-aws/server.ts';
import { readServerSettings } from '../../local-aws/server-settings.ts';
import { realWorld } from '../../local-aws/world.ts';
import { deployedAs, stackTemplate } from '../support/stack-template.ts';

interface SiteOptions {
  /** The folder of the build for the embedded AWS. */
  readonly bundle: string;
  readonly port: number;
  /** LOCAL_AWS_… settings. */
  readonly env: Readonly<Record<string, string>>;
}

/**
 * Serves the bundle as the stack's own template says that CloudFront will, beside an embedded AWS. What differs is what has to: the page is
 * told where the embedded AWS is, and the policy names that in the place of AWS's hosts (which tests/unit/local-aws/cloudfront.test.ts
 * compares with the stack's outputs).
 */
export async function startSite({ bundle, port, env }: SiteOptions): Promise<{ stop(): Promise<void> }> {
  const read = readServerSettings(env, resolve(import.meta.dirname, '../..'));
  if (!read.ok) throw new Error(read.problems.join('\n'));
  const { localAws } = read.settings;
  // As the preview server does.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const aws = await createLocalAws(localAws, realWorld);
  const server = await startServer(aws, { port: port + 1 });
  const meta = pageMeta({ origin: server.origin, policy: localAws.policy, maxAttachmentBytes: 100_000_000 });

  const objects = new Map<string, SiteObject>();
  for (const { path, file, contentType, cacheControl } of await siteFiles(bundle)) {
    const bytes = await readFile(file);
    const served = path === '/index.html' ? Buffer.from(withMeta(bytes.toString(), meta)) : bytes;
    objects.set(path, { bytes: new Uint8Array(served), contentType, cacheControl });
  }
  const rules = distributionRules(stackTemplate(), deployedAs);
  const policy = rules.headers['content-security-policy'] ?? '';
  const headers = {
    ...rules.headers,
    'content-security-policy': policy.replaceAll(/https:\/\/[^\s;]+\.amazonaws\.com/g, server.origin),
  };
  const site = createCloudFront({
    rules: { ...rules, headers },
    objects: async (path) => objects.get(path) ?? null,
    now: realWorld.now,
  });
  const isControl = (request: Request) => new URL(request.url).pathname.startsWith('/__aws/');
  const page = await startServer(
    { handle: (request) => (isControl(request) ? aws.handle(request) : site(request)) },
    { port },
  );
  if (page.port !== port) throw new Error(`Port ${port} has been taken in the meantime.`);
  return {
    async stop() {
      await Promise.all([page.close(), server.close()]);
      await aws.close();
    },
  };
}
