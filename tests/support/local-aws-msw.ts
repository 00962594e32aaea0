import { type HttpHandler, HttpResponse, http } from 'msw';
import { type SetupServer, setupServer } from 'msw/node';
import { CutOff, type Sleep } from '../../local-aws/fault-effects.ts';
import type { Fault } from '../../local-aws/faults.ts';
import { createLocalAws, type LocalAws } from '../../local-aws/local-aws.ts';
import { routeOf } from '../../local-aws/router.ts';
import type { InboxMessage, World } from '../../local-aws/service.ts';
import type { LocalAwsSettings } from '../../local-aws/settings.ts';
import { realWorld } from '../../local-aws/world.ts';

export interface LocalAwsOptions extends Partial<LocalAwsSettings> {
  readonly world?: World;
  /** Waits where a fault says so. */
  readonly sleep?: Sleep;
}

export interface TestAws {
  /** Its inbox, request log, faults, clock and pools can be asked directly. */
  readonly aws: LocalAws;
  readonly handlers: readonly HttpHandler[];
  /** Listening; a request that is neither for AWS nor handled by `server.use` fails the test. */
  readonly server: SetupServer;
  /** The newest code sent to an address. */
  code(to: string, kind?: InboxMessage['kind']): string;
  /** What the services were asked since `aws.requests.clear()`: `SERVICE OPERATION`. */
  asked(): readonly string[];
  /** Makes something go wrong, once unless `times` says otherwise. */
  fault(fault: Omit<Fault, 'times'> & { readonly times?: number }): void;
  close(): Promise<void>;
}

/** The embedded AWS behind everything that Vitest's Node or jsdom sends: to AWS's host names, or to the local paths on any origin. */
export async function startLocalAws(options: LocalAwsOptions = {}): Promise<TestAws> {
  const { world = realWorld, sleep, ...settings } = options;
  const aws = await createLocalAws({ policy: 'satchel', api: 'versioned', dir: null, ...settings }, world, sleep);
  const handlers = [
    http.all('*', async ({ request }) => {
      const route = routeOf(new URL(request.url));
      if (route.kind === 'nowhere') return undefined;
      const response = await aws.handle(request);
      const overXhr = route.kind === 'service' && route.service === 's3' && 'XMLHttpRequest' in globalThis;
      if (response.type === 'error' || (overXhr && !(await isWhole(response.clone())))) return HttpResponse.error();
      return response;
    }),
  ];
  const server = setupServer(...handlers);
  server.listen({ onUnhandledRequest: 'error' });
  return {
    aws,
    handlers,
    server,
    code(to, kind) {
      const sent = aws.inbox.messages().filter((message) => message.to === to && (!kind || message.kind === kind));
      const newest = sent.at(-1);
      if (newest === undefined) throw new Error(`No ${kind ?? ''} code has been sent to ${to}.`);
      return newest.code;
    },
    asked: () => aws.requests.entries().map(({ service, operation }) => `${service} ${operation}`),
    fault: (fault) => aws.faults.add({ times: 1, ...fault }),
    async close() {
      server.close();
      await aws.close();
    },
  };
}

/** False where the body breaks off: msw's XMLHttpRequest would wait for the rest of it for ever, where a browser's fails. */
async function isWhole(response: Response): Promise<boolean> {
  try {
    await response.arrayBuffer();
    return true;
  } catch (error) {
    if (error instanceof CutOff) return false;
    throw error;
  }
}
