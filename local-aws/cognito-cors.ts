import type { Cors } from './cors.ts';

/** Amplify reads `Date` to correct a clock that is wrong. */
const exposed = 'x-amzn-RequestId,x-amzn-ErrorType,x-amzn-ErrorMessage,Date';

/** Cognito's endpoints let any origin in, with whatever headers it asks for. */
export const cognitoCors: Cors = {
  preflight: ({ headers }) =>
    new Response(null, {
      status: 200,
      headers: {
        'access-control-allow-origin': '*',
        'access-control-allow-methods': 'POST',
        'access-control-allow-headers': headers.get('access-control-request-headers') ?? '',
        'access-control-expose-headers': exposed,
        'access-control-max-age': '172800',
      },
    }),
  headers: () => ({ 'access-control-allow-origin': '*', 'access-control-expose-headers': exposed }),
};
