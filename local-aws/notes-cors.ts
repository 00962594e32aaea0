import type { Cors } from './cors.ts';
import { apiCors } from './notes-api/cors.ts';
import { gatewayRefusal, noSuchRoute, noSuchStage } from './notes-api/gateway-refusals.ts';
import { isPath, isStage } from './notes-api/route.ts';
import type { ApiProfile, Mistake } from './settings.ts';

/**
 * The notes API's. Its function adds headers of its own to what it answers; only API Gateway's refusals get them here. They are a stage's:
 * where there is none, nothing has headers.
 */
export function notesCors(profile: ApiProfile, mistakes: readonly Mistake[], now: () => number): Cors {
  const { preflight, refusal } = apiCors(profile);
  const status = profile === 'versioned' ? 204 : 200;
  const isOpen = !mistakes.includes('api-without-cors');
  const refusals = isOpen && !mistakes.includes('refusals-without-cors') ? refusal : {};
  const headers = (url: URL) => (isStage(url) ? refusals : {});
  return {
    preflight(_, url) {
      if (isOpen && isPath(url)) return new Response(null, { status, headers: preflight });
      const refused = gatewayRefusal(isStage(url) ? noSuchRoute() : noSuchStage(), now());
      return new Response(refused.body, {
        status: refused.status,
        headers: { ...Object.fromEntries(refused.headers), ...headers(url) },
      });
    },
    headers: (_, url) => headers(url),
  };
}
