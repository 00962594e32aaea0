import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { Connect, Plugin, PreviewServer, ViteDevServer } from 'vite';
import { type Reach, siteHeaders } from '../infra/site/site-headers.ts';
import { httpListener } from './http-adapter.ts';
import { createLocalAws, type LocalAws } from './local-aws.ts';
import { pageFiles } from './page-files.ts';
import { pageMeta, withMeta } from './page-meta.ts';
import { PlainError } from './plain-error.ts';
import { checkPort, freePort } from './ports.ts';
import { type LocalServer, startServer } from './server.ts';
import type { LocalAwsSettings } from './settings.ts';
import { realWorld } from './world.ts';

export interface LocalAwsPluginOptions {
  readonly settings: LocalAwsSettings & { readonly dir: string };
  readonly maxAttachmentBytes: number;
}

/** The embedded AWS while it runs. */
interface Running {
  readonly aws: LocalAws;
  readonly server: LocalServer;
}

/**
 * Runs the embedded AWS beside Vite's dev and preview servers, on the next free port after the page's, and tells the page where it is. Its
 * control API is on the page's own port, too. Puts nothing into a build.
 */
export function localAws({ settings, maxAttachmentBytes }: LocalAwsPluginOptions): Plugin {
  let starting: Promise<Running> | null = null;
  let interrupted: (() => void) | null = null;

  const start = async (pagePort: number, closeAll: () => Promise<void>): Promise<Running> => {
    try {
      starting = open(settings, pagePort + 1);
      const started = await starting;
      interrupted = () => void closeAll().finally(() => process.exit(130));
      process.once('SIGINT', interrupted);
      return started;
    } catch (error) {
      starting = null;
      throw error;
    }
  };

  const stop = async () => {
    if (interrupted) process.off('SIGINT', interrupted);
    if (starting === null) return;
    const { aws, server } = await starting;
    await server.close();
    await aws.close();
  };

  const running = (): Promise<Running> =>
    starting ?? Promise.reject(new Error('The embedded AWS has not been started.'));
  const metaOf = ({ server }: Running) =>
    pageMeta({ origin: server.origin, policy: settings.policy, maxAttachmentBytes });

  return {
    name: 'satchel-local-aws',
    apply: 'serve',

    configureServer(vite) {
      vite.middlewares.use(controlApi(running));
      tellWhere(vite, settings.dir);
      const listen = vite.listen.bind(vite);
      vite.listen = async (port, isRestart) => {
        if (vite.config.server.strictPort) await checkPort(port ?? vite.config.server.port);
        await listen(port, isRestart);
        await start(portOf(vite), () => vite.close());
        return vite;
      };
    },
    closeServer: stop,

    async transformIndexHtml(html) {
      return withMeta(html, metaOf(await running()));
    },

    async configurePreviewServer(vite) {
      const { preview } = vite.config;
      if (preview.strictPort) await checkPort(preview.port);
      else preview.port = await freePort(preview.port);
      const started = await start(preview.port, () => vite.close());
      vite.middlewares.use(controlApi(running));
      const { origin } = started.server;
      servePage(vite, { connect: [origin], media: [origin] }, (html) => withMeta(html, metaOf(started)));
      tellWhere(vite, settings.dir);
    },
    closePreviewServer: stop,
  };
}

/** Serves a build for AWS with the headers that it should have on its static hosting. */
export function awsPreview(reach: Reach): Plugin {
  return {
    name: 'satchel-aws-preview',
    apply: 'serve',
    configurePreviewServer: (vite) => servePage(vite, reach, (html) => html),
  };
}

/** Stops Vite with these sentences before it does anything. */
export function stopWith(problems: readonly string[]): Plugin {
  return {
    name: 'satchel-settings',
    config() {
      throw new PlainError(problems);
    },
  };
}

async function open(settings: LocalAwsSettings, port: number): Promise<Running> {
  // Which Node the AWS SDK will want next year is nothing to people who take notes.
  process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
  const aws = await createLocalAws(settings, realWorld);
  return { aws, server: await startServer(aws, { port }) };
}

function servePage(vite: PreviewServer, reach: Reach, page: (html: string) => string): void {
  const dir = resolve(vite.config.root, vite.config.build.outDir);
  if (!existsSync(join(dir, 'index.html')))
    throw new PlainError([`There is no build in ${relative(process.cwd(), dir)}/ to be served: build it first.`]);
  vite.middlewares.use(pageFiles({ dir, headers: siteHeaders(reach), page }));
}

/** The embedded AWS's control API, for requests that come to the page's own port. */
function controlApi(running: () => Promise<Running>): Connect.NextHandleFunction {
  const listener = httpListener(async (request) => (await running()).aws.handle(request));
  return (request, response, next) => {
    if (request.url?.startsWith('/__aws/')) void listener(request, response);
    else next();
  };
}

/** Says where everything is, below the addresses that Vite prints. */
function tellWhere(vite: ViteDevServer | PreviewServer, dir: string): void {
  const print = vite.printUrls.bind(vite);
  vite.printUrls = () => {
    print();
    const page = vite.resolvedUrls?.local[0] ?? '/';
    const data = relative(process.cwd(), dir) || '.';
    vite.config.logger.info(`  Satchel on the embedded AWS: ${page} · mail: ${page}__aws/inbox · data: ${data}/`);
  };
}

function portOf(vite: ViteDevServer): number {
  const address = vite.httpServer?.address();
  if (typeof address !== 'object' || address === null) throw new Error('The dev server listens on no port.');
  return address.port;
}
