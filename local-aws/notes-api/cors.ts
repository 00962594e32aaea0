import { answerCors, preflightCors } from '../../infra/notes-api/cors.ts';
import type { ApiProfile } from '../settings.ts';

/** The CORS headers of what API Gateway answers itself, without asking the function. */
export interface ApiCors {
  /** Of an answer to OPTIONS, which is 204 on our API and 200 on the tutorial's. */
  readonly preflight: Readonly<Record<string, string>>;
  /** Of a refusal: 403, 429, 5xx. */
  readonly refusal: Readonly<Record<string, string>>;
}

/** The tutorial's are those that the Serverless Framework's `cors: true` makes, with its gateway responses of 2019 and later. */
export function apiCors(profile: ApiProfile): ApiCors {
  return profile === 'versioned'
    ? { preflight: preflightCors, refusal: answerCors }
    : {
        preflight: {
          'access-control-allow-origin': '*',
          'access-control-allow-credentials': 'true',
          'access-control-allow-methods': 'OPTIONS,GET,POST,PUT,DELETE',
          'access-control-allow-headers':
            'Content-Type,X-Amz-Date,Authorization,X-Api-Key,X-Amz-Security-Token,X-Amz-User-Agent',
        },
        refusal: { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' },
      };
}
