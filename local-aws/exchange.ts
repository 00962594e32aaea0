import type { Clock } from './clock.ts';
import type { Cors } from './cors.ts';
import { type Outcome, type Sleep, strike } from './fault-effects.ts';
import type { Faults } from './faults.ts';
import type { RequestLog } from './request-log.ts';
import type { Route } from './router.ts';
import { AwsError, type AwsRequest, type AwsService } from './service.ts';
import { uuid } from './uuid.ts';

export interface ExchangeParts {
  readonly clock: Clock;
  readonly faults: Faults;
  readonly requests: RequestLog;
  readonly sleep: Sleep;
}

/** Carries requests to services and their answers back: with faults, a log, and what every answer of AWS has. */
export type Exchange = (
  service: AwsService,
  cors: Cors,
  request: Request,
  route: Route & { readonly kind: 'service' },
) => Promise<Response>;

export function createExchange({ clock, faults, requests, sleep }: ExchangeParts): Exchange {
  return async (service, cors, request, { url, signedUrl }) => {
    if (request.method === 'OPTIONS') return dated(cors.preflight(request, url));
    const body = await bytesOf(request);
    const awsRequest: AwsRequest = { method: request.method, url, signedUrl, headers: request.headers, body };
    const operation = service.operation(awsRequest);
    const fault = faults.take(service.name, operation);
    const ask = () => answer(service, awsRequest);
    const { response, status }: Outcome = fault
      ? await strike({ fault, service, ask, now: clock.world.now(), sleep })
      : await ask().then((answered) => ({ response: answered, status: answered.status }));
    const struck = fault ? { fault: fault.effect } : {};
    requests.add({ service: service.name, operation, status, at: clock.world.now(), ...struck });
    if (response.type === 'error') return response;
    for (const [name, value] of Object.entries(cors.headers(request, url)))
      if (!response.headers.has(name)) response.headers.set(name, value);
    if (!response.headers.has('x-amz-request-id') && !response.headers.has('x-amzn-requestid'))
      response.headers.set('x-amzn-requestid', uuid(clock.world));
    return dated(response);
  };

  function dated(response: Response): Response {
    response.headers.set('date', new Date(clock.world.now()).toUTCString());
    return response;
  }
}

/** What the service answers, its refusals and its own failures included. */
async function answer(service: AwsService, request: AwsRequest): Promise<Response> {
  try {
    return await service.handle(request);
  } catch (error) {
    if (error instanceof AwsError) return service.refuse(error);
    console.error(error);
    return service.refuse(new AwsError('InternalFailure', 'The embedded AWS has a bug: see its console.', 500));
  }
}

/** The body; one that comes in a single piece is not copied, unless it is of another realm: jsdom has buffers that Node's crypto does not take. */
async function bytesOf({ body }: Request): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  for await (const piece of body ?? []) pieces.push(piece);
  const [first] = pieces;
  if (pieces.length === 1 && first instanceof Uint8Array && first.buffer instanceof ArrayBuffer)
    return new Uint8Array(first.buffer, first.byteOffset, first.byteLength);
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
