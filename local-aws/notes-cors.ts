import type { Cors } from './cors.ts';
import { apiCors } from './notes-api/cors.ts';
import type { ApiProfile } from './settings.ts';

/** The notes API's. Its function adds headers of its own to what it answers; only API Gateway's refusals get them here. */
export function notesCors(profile: ApiProfile): Cors {
  const { preflight, refusal } = apiCors(profile);
  const status = profile === 'versioned' ? 204 : 200;
  return {
    preflight: () => new Response(null, { status, headers: preflight }),
    headers: () => refusal,
  };
}
