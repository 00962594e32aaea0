import type { Answer } from './answer.ts';
import { refused } from './answer.ts';
import type { EventRequest } from './api-event.ts';
import { readEvent } from './api-event.ts';
import { answerCors, preflightCors } from './cors.ts';
import { LAMBDA_ANSWER_BYTES } from './limits.ts';
import type { NotesApi } from './notes-api.ts';

/** What a Lambda function gives back to API Gateway, REST or HTTP. */
export interface ApiResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export type Handler = (event: unknown) => Promise<ApiResult>;

/** The function behind both kinds of API Gateway. It never throws: a fault is logged and answered with 500. */
export function createHandler(api: NotesApi, log: (error: unknown) => void): Handler {
  async function answer({ method, userId, asked }: EventRequest): Promise<Answer> {
    if (!userId) return refused(403, 'The request is not signed by somebody of the identity pool.');
    if ('status' in asked) return asked;
    return api.handle({ ...asked, userId, method: method === 'HEAD' ? 'GET' : method });
  }

  return async (event) => {
    try {
      const request = readEvent(event);
      if (request.method === 'OPTIONS') return preflight;
      const result = toResult(await answer(request));
      if (!fits(result)) return toResult(refused(500, 'The list is too long for one answer. Ask with ?since=0.'));
      return request.method === 'HEAD' ? { ...result, body: '' } : result;
    } catch (error) {
      log(error);
      return toResult(refused(500, 'Something went wrong on the server. Try again later.'));
    }
  };
}

/** Usually API Gateway answers this itself. An API that hands everything to the function hands it this too, signed by nobody. */
const preflight: ApiResult = { statusCode: 204, headers: preflightCors, body: '' };

function toResult({ status, body }: Answer): ApiResult {
  const headers = { ...answerCors, 'content-type': 'application/json', 'cache-control': 'no-store' };
  return {
    statusCode: status,
    headers: status === 429 ? { ...headers, 'retry-after': '1' } : headers,
    body: JSON.stringify(body),
  };
}

/** Lambda would drop a longer answer, and API Gateway say no more than 502. The whole result counts, as JSON. */
const fits = (result: ApiResult): boolean => Buffer.byteLength(JSON.stringify(result)) <= LAMBDA_ANSWER_BYTES;
