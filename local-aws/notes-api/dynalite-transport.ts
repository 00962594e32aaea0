import type { Store } from 'dynalite/db/index.js';
import validations from 'dynalite/validations/index.js';
import * as v from 'valibot';
import { operations } from './dynalite-operations.ts';

/** What the AWS SDK wants of a `requestHandler`. */
export interface Transport {
  handle(request: unknown): Promise<{ readonly response: WireResponse }>;
  updateHttpClientConfig(): void;
  httpHandlerConfigs(): Record<string, never>;
}

interface WireResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

const WireRequest = v.object({
  headers: v.pipe(
    v.record(v.string(), v.string()),
    v.transform((headers) => new Headers(headers)),
  ),
  body: v.pipe(
    v.instance(Uint8Array),
    v.transform((bytes) => new TextDecoder().decode(bytes)),
    v.parseJson(),
  ),
});

const Refusal = v.object({ statusCode: v.number(), body: v.unknown() });

/**
 * Hands the SDK's requests straight to dynalite's operations. There is no port that another program could find, and no HTTP request
 * that msw's `onUnhandledRequest: 'error'` could see.
 */
export function dynaliteTransport(store: Store): Transport {
  return {
    async handle(request) {
      const { headers, body } = v.parse(WireRequest, request);
      const name = headers.get('x-amz-target')?.split('.')[1] ?? '';
      try {
        return reply(200, await run(store, name, body));
      } catch (error) {
        const refusal = v.safeParse(Refusal, error);
        if (!refusal.success) throw error;
        return reply(refusal.output.statusCode, refusal.output.body);
      }
    },
    updateHttpClientConfig() {},
    httpHandlerConfigs: () => ({}),
  };
}

async function run(store: Store, name: string, input: unknown): Promise<unknown> {
  const operation = operations.get(name);
  if (operation === undefined) throw new Error(`The embedded DynamoDB has no operation ${name}.`);
  const { types, custom } = operation.rules;
  const data = validations.checkTypes(input, types);
  validations.checkValidations(data, types, custom, store);
  return new Promise((resolve, reject) => {
    operation.run(store, data, (error, answer) => (error ? reject(error) : resolve(answer)));
  });
}

function reply(statusCode: number, body: unknown): { readonly response: WireResponse } {
  const headers = { 'content-type': 'application/x-amz-json-1.0' };
  return { response: { statusCode, headers, body: Buffer.from(JSON.stringify(body)) } };
}
