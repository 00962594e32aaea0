import { errorWithStatus, expiredError } from './fault-errors.ts';
import type { Fault } from './faults.ts';
import type { AwsService } from './service.ts';

/** Waits; ms. */
export type Sleep = (ms: number) => Promise<unknown>;

/** What came of a request: what the client gets, and what the service itself answered (0: it was not asked). */
export interface Outcome {
  /** An answer of `type` "error" is a connection that is cut. */
  readonly response: Response;
  readonly status: number;
}

export interface Struck {
  readonly fault: Fault;
  readonly service: AwsService;
  /** Puts the request to the service. */
  readonly ask: () => Promise<Response>;
  readonly now: number;
  readonly sleep: Sleep;
}

/** Why a body broke off on purpose. */
export class CutOff extends TypeError {}

/** Does to a request what the fault says. */
export async function strike({ fault, service, ask, now, sleep }: Struck): Promise<Outcome> {
  switch (fault.effect) {
    case 'error':
      return answered(service.refuse(errorWithStatus(service.name, fault.status ?? 500)));
    case 'expired-credentials':
      return answered(service.refuse(expiredError(service.name, now)));
    case 'html':
      return answered(webPage(fault.status ?? 200));
    case 'delay':
      await sleep(fault.delayMs ?? 0);
      return answered(await ask());
    case 'drop-request':
      return { response: Response.error(), status: 0 };
    case 'drop-response':
      return { response: Response.error(), status: (await ask()).status };
    case 'cut-body': {
      const response = await ask();
      return { response: await cut(response), status: response.status };
    }
  }
}

const answered = (response: Response): Outcome => ({ response, status: response.status });

const webPage = (status: number) =>
  new Response('<!doctype html><title>Welcome</title><p>Please accept the terms of use to go online.</p>', {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });

/** The same answer, whose body breaks off half-way though its length promises more. Without a body, the connection is cut. */
async function cut(response: Response): Promise<Response> {
  const body = new Uint8Array(await response.arrayBuffer());
  if (body.length === 0) return Response.error();
  const headers = new Headers(response.headers);
  headers.set('content-length', String(body.length));
  let half: Uint8Array<ArrayBuffer> | null = body.subarray(0, Math.ceil(body.length / 2));
  const stream = new ReadableStream<Uint8Array<ArrayBuffer>>({
    pull(controller) {
      // In two steps: an error throws away what has not been read yet.
      if (half === null) controller.error(new CutOff('terminated'));
      else controller.enqueue(half);
      half = null;
    },
  });
  return new Response(stream, { status: response.status, headers });
}
