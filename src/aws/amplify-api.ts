import { del, get, post, put } from 'aws-amplify/api';
import * as v from 'valibot';
import { notesApiName } from './amplify-config.ts';
import { endedBy } from './ended-by.ts';

export interface ApiRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: Readonly<Record<string, string | number | null>>;
  /** Lets Amplify repeat it (up to 3 times), which corrects the signature's date by the answer's when this clock is wrong. */
  readonly retries: boolean;
  /** ms */
  readonly timeout: number;
  /** Ends it when it aborts. */
  readonly signal: AbortSignal;
}

/** Any answer, whatever its status. */
export interface ApiAnswer {
  readonly status: number;
  /** Names in lower case; only those that CORS lets the page see. */
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/** Signs and sends one request to the notes API. Throws where there is no answer. */
export async function sendRequest(request: ApiRequest): Promise<ApiAnswer> {
  const operation = start(request);
  return endedBy(request.signal, operation, async () => {
    try {
      const { statusCode, headers, body } = await operation.response;
      return { status: statusCode, headers, text: await body.text() };
    } catch (error) {
      const refusal = v.safeParse(RefusalSchema, error);
      if (!refusal.success) throw error;
      const { statusCode, headers, body } = refusal.output.response;
      return { status: statusCode, headers, text: body };
    }
  });
}

function start({ method, path, query, body, retries, timeout }: ApiRequest) {
  const input = {
    apiName: notesApiName,
    path,
    options: {
      ...(query !== undefined && { queryParams: query }),
      ...(body !== undefined && { body }),
      retryStrategy: { strategy: retries ? 'jittered-exponential-backoff' : 'no-retry' },
      timeout,
    },
  } as const;
  if (method === 'GET') return get(input);
  if (method === 'POST') return post(input);
  return method === 'PUT' ? put(input) : del(input);
}

/** Amplify throws an answer of 300 and above as an error that holds it. */
const RefusalSchema = v.object({
  response: v.object({
    statusCode: v.number(),
    headers: v.record(v.string(), v.string()),
    body: v.optional(v.string(), ''),
  }),
});
