import { randomBytes } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { S3Client } from '@aws-sdk/client-s3';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach } from 'vitest';
import { createAuthorizer } from '../../../local-aws/iam/authorize.ts';
import type { S3 } from '../../../local-aws/s3/s3.ts';
import { createS3 } from '../../../local-aws/s3/s3.ts';
import type { Credentials, World } from '../../../local-aws/service.ts';
import { AwsError } from '../../../local-aws/service.ts';
import type { PolicyName } from '../../../local-aws/settings.ts';
import { alice, givenOut } from './sigv4-people.ts';

export const BUCKET = 'satchel-local-uploads';
export const ORIGIN = `https://${BUCKET}.s3.us-east-1.amazonaws.com`;

/** The computer's clock, as the clients have it, moved by `offset`; ms. */
export interface MovableClock extends World {
  offset: number;
}

export const movableClock = (): MovableClock => ({
  offset: 0,
  now() {
    return Date.now() + this.offset;
  },
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
});

/** The S3 of the running test, at the host names of AWS. */
export interface ServedS3 {
  s3(): S3;
  readonly clock: MovableClock;
  /** What has been asked so far, as `METHOD status`. */
  exchanges(): readonly string[];
  /** Resolves once such an exchange has happened in the running test, before its client hears of it. */
  first(exchange: string): Promise<void>;
}

/** Serves each test of a file an empty S3 of its own. Requests to other hosts fail. */
export function serveS3(policy: PolicyName = 'satchel'): ServedS3 {
  const clock = movableClock();
  let running: S3 | undefined;
  let exchanges: string[] = [];
  const awaited = new EventEmitter();

  const s3 = () => {
    if (running === undefined) throw new Error('S3 runs in tests only');
    return running;
  };
  const server = setupServer(
    http.all(/^https:\/\/([\w.-]+\.)?s3\.[\w-]+\.amazonaws\.com\//, async ({ request }) => {
      const answer = await send(s3(), request);
      const exchange = `${request.method} ${answer.status}`;
      exchanges.push(exchange);
      awaited.emit(exchange);
      return answer;
    }),
  );

  beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
  beforeEach(async () => {
    clock.offset = 0;
    exchanges = [];
    running = await createS3({ world: clock, dir: null, authorize: createAuthorizer(policy), credentials: givenOut });
  });
  afterEach(() => s3().close());
  afterAll(() => server.close());
  return {
    s3,
    clock,
    exchanges: () => exchanges,
    first: async (exchange) => {
      if (!exchanges.includes(exchange)) await once(awaited, exchange);
    },
  };
}

/** Puts a request as a browser or an SDK makes it to the embedded S3, as the router does. */
export async function send(s3: S3, request: Request): Promise<Response> {
  const url = new URL(request.url);
  try {
    return await s3.handle({
      method: request.method,
      url,
      signedUrl: url,
      headers: request.headers,
      body: new Uint8Array(await request.arrayBuffer()),
    });
  } catch (error) {
    if (error instanceof AwsError) return s3.refuse(error);
    throw error;
  }
}

/** AWS SDK v3's client, which retries nothing and sends large bodies at once (msw never says "100 Continue"). */
export const sdk = (credentials: Credentials = alice): S3Client =>
  new S3Client({ region: 'us-east-1', credentials, maxAttempts: 1, expectContinueHeader: false });
