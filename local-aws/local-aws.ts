import { setTimeout as wait } from 'node:timers/promises';
import { type Clock, createClock } from './clock.ts';
import { cognitoCors } from './cognito-cors.ts';
import { createControlApi } from './control-api.ts';
import type { Cors } from './cors.ts';
import { createExchange } from './exchange.ts';
import type { Sleep } from './fault-effects.ts';
import { createFaults, type Faults } from './faults.ts';
import { createAuthorizer } from './iam/authorize.ts';
import { createIdentityPool, type IdentityPool } from './identity-pool/identity-pool.ts';
import { type Inbox, openInbox } from './inbox.ts';
import { createNotesService } from './notes-api/notes-service.ts';
import { notesCors } from './notes-cors.ts';
import { createRequestLog, type RequestLog } from './request-log.ts';
import { routeOf } from './router.ts';
import { bucketCors } from './s3/cors.ts';
import { createS3 } from './s3/s3.ts';
import type { AwsService, ServiceName, World } from './service.ts';
import { account, type LocalAwsSettings } from './settings.ts';
import { verifySignature } from './sigv4/verify-signature.ts';
import { createUserPool, type UserPool } from './user-pool/user-pool.ts';

/** All that the embedded AWS holds. */
interface State {
  readonly users: readonly unknown[];
  /** By identity id. */
  readonly notes: Readonly<Record<string, readonly unknown[]>>;
  readonly objects: readonly { readonly key: string; readonly size: number; readonly contentType: string }[];
  /** Multipart uploads that are neither completed nor given up. */
  readonly uploads: readonly { readonly key: string; readonly uploadId: string }[];
}

/** The embedded AWS: an account with a user pool, an identity pool, a notes API and a bucket. */
export interface LocalAws {
  /**
   * Answers a request to AWS's own host names or to a path on any other origin (see `routeOf`). An answer of `type` "error" means that the
   * connection is to be cut.
   */
  handle(request: Request): Promise<Response>;
  readonly inbox: Inbox;
  /** Every request that a service was asked or kept from. */
  readonly requests: RequestLog;
  readonly faults: Faults;
  readonly clock: Clock;
  readonly userPool: UserPool;
  readonly identityPool: IdentityPool;
  state(): Promise<State>;
  /** Empties everything, puts the clock right and takes the faults back. */
  reset(): Promise<void>;
  /** Resolves once everything is on disk and the folder is free for another process. */
  close(): Promise<void>;
}

/** Whoever forgets everything waits no longer for answers that are under way; ms. */
const longestAnswer = 2_000;

/** Opens what is kept in `settings.dir`, or begins empty. `sleep` waits where a fault says so. */
export async function createLocalAws(settings: LocalAwsSettings, real: World, sleep: Sleep = wait): Promise<LocalAws> {
  const { dir, mistakes = [] } = settings;
  const clock = createClock(real);
  const { world } = clock;
  const inbox = await openInbox(dir);
  const userPool = await createUserPool({
    world,
    dir,
    deliver: (message) => inbox.deliver(message),
    hasSecret: mistakes.includes('client-with-secret'),
  });
  const identityPool = await createIdentityPool({
    world,
    dir,
    verifyIdToken: (token) => userPool.verifyIdToken(token),
    trusted: mistakes.includes('no-provider') ? account.otherUserPoolId : account.userPoolId,
  });
  const credentials = (accessKeyId: string) => identityPool.credentials(accessKeyId);
  const authorize = createAuthorizer(settings.policy, mistakes);
  const s3 = await createS3({ world, dir, authorize, credentials });
  const signed = { service: 'execute-api', region: account.region, credentials } as const;
  const notes = await createNotesService({
    world,
    dir,
    profile: settings.api,
    verify: (request) => verifySignature(request, { ...signed, now: world.now() }),
    authorize,
  });

  const services: Readonly<Record<ServiceName, readonly [AwsService, Cors]>> = {
    'user-pool': [userPool, cognitoCors],
    'identity-pool': [identityPool, cognitoCors],
    notes: [notes, notesCors(settings.api, mistakes, world.now)],
    s3: [s3, bucketCors(settings.policy, mistakes)],
  };
  const requests = createRequestLog();
  const faults = createFaults();
  const exchange = createExchange({ clock, faults, requests, sleep });
  /** What is being answered. */
  const running = new Set<Promise<Response>>();

  const aws: Omit<LocalAws, 'handle'> = {
    inbox,
    requests,
    faults,
    clock,
    userPool,
    identityPool,
    state: async () => ({
      users: await userPool.users(),
      notes: await notes.notes(),
      objects: await s3.objects(),
      uploads: await s3.uploads(),
    }),
    async reset() {
      clock.setOffset(0);
      faults.clear();
      inbox.clear();
      // What is still being answered would write into what is empty by then.
      await Promise.race([Promise.allSettled(running), sleep(longestAnswer)]);
      await Promise.all([userPool.reset(), identityPool.reset(), notes.reset(), s3.reset(), inbox.saved()]);
      requests.clear();
    },
    async close() {
      await Promise.all([notes.close(), s3.close(), inbox.saved()]);
    },
  };
  const control = createControlApi(aws);

  async function handle(request: Request): Promise<Response> {
    const route = routeOf(new URL(request.url));
    if (route.kind === 'control') return control(request, route.path);
    if (route.kind === 'nowhere')
      return new Response(`The embedded AWS has nothing at ${request.url}\n`, { status: 404 });
    const answering = exchange(...services[route.service], request, route);
    const ended = () => void running.delete(answering);
    running.add(answering);
    answering.then(ended, ended);
    return answering;
  }

  return { ...aws, handle };
}
