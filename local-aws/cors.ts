import { apiCors } from './notes-api/cors.ts';
import type { ApiProfile } from './settings.ts';

/** How one service lets pages of other origins in. */
export interface Cors {
  /** The answer to an OPTIONS request. */
  preflight(request: Request): Response;
  /** What the service adds to an answer so that the page may read it. */
  headers(request: Request): Readonly<Record<string, string>>;
}

/** Amplify reads `Date` to correct a clock that is wrong. */
const exposedByCognito = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date';

/** Cognito's endpoints let any origin in, with whatever headers it asks for. */
export const cognitoCors: Cors = {
  preflight: (request) =>
    new Response(null, {
      status: 200,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': request.headers.get('access-control-request-headers') ?? '',
        'access-control-expose-headers': exposedByCognito,
        'access-control-max-age': '172800',
      },
    }),
  headers: () => ({ 'access-control-allow-origin': '*', 'access-control-expose-headers': exposedByCognito }),
};

/** The notes API's: the function adds its own headers, so only the gateway's refusals get them here. */
export function notesCors(profile: ApiProfile): Cors {
  const { preflight, refusal } = apiCors(profile);
  const status = profile === 'versioned' ? 204 : 200;
  return {
    preflight: () => new Response(null, { status, headers: preflight }),
    headers: () => refusal,
  };
}
