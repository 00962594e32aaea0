import * as v from 'valibot';
import type { ApiAnswer } from './amplify-api.ts';
import type { AwsFailure } from './aws-failure.ts';
import { cancelled, expired, inItsWords, offline, throttled, unavailable, wrongClock } from './failures.ts';
import { gatewayRefusal, invokeDeniedMessage, noSuchRoute, signatureMismatch } from './notes-api-diagnoses.ts';
import { retryAfter } from './retry-after.ts';

/** What it means that the notes API did not answer at all. */
export function noAnswer(error: unknown): AwsFailure {
  return error instanceof Error && error.name === 'CanceledError' ? cancelled : offline(inItsWords(error));
}

/** What a status other than 200 means; `body` as parsed, undefined where it is no JSON. `now`: ms, to read Retry-After by. */
export function refusal({ status, headers, text }: ApiAnswer, body: unknown, now: number): AwsFailure {
  const told = v.parse(ToldSchema, body);
  const details = `HTTP ${status} ${text.slice(0, 1000)}`.trim();
  if (status === 429) return throttled(details, retryAfter(headers['retry-after'], now));
  if (status >= 500 || status === 408 || body === undefined) {
    return unavailable(details, retryAfter(headers['retry-after'], now));
  }
  if (status === 401) return expired(details);
  if (status === 403) return forbidden(headers['x-amzn-errortype'] ?? '', told.message ?? '', details);
  if (status === 413) return tooLarge(details);
  if (status === 400 && told.error !== undefined) return refused(told.error, details);
  return strange(details);
}

/** In the words of the connection check. What may be right with new credentials is asked for again with them. */
function forbidden(type: string, said: string, details: string): AwsFailure {
  const found = gatewayRefusal(type, said);
  switch (found) {
    case 'clock':
      return wrongClock(details);
    case 'stale':
      return expired(details);
    case 'signature':
    case 'no route': {
      const { message } = found === 'signature' ? signatureMismatch : noSuchRoute;
      return { kind: 'expired', message, details };
    }
    default:
      return { kind: 'denied', message: invokeDeniedMessage, details };
  }
}

const tooLarge = (details: string): AwsFailure => ({
  kind: 'too-large',
  message: 'This note is too long for the notes API (350 kB). Make two notes of it.',
  details,
});

const refused = (reason: string, details: string): AwsFailure => ({
  kind: 'invalid',
  message: 'The notes API does not take this note: {reason}',
  values: { reason },
  details,
});

/** JSON, but not of the notes API as we know it. */
export const strange = (details: string): AwsFailure => ({
  kind: 'invalid',
  message:
    'The notes API gave an answer that Satchel does not understand. Check that VITE_API_URL is the address of the notes API.',
  details,
});

/** Not even JSON: a hotel's sign-in page, a proxy's error, half an answer. The next one may be right. */
export const garbled = ({ status, text }: ApiAnswer): AwsFailure => ({
  kind: 'unavailable',
  message: 'Something else answered in place of the notes API. Check your connection, and that VITE_API_URL is right.',
  details: `HTTP ${status} ${text.slice(0, 1000)}`.trim(),
});

const ToldSchema = v.fallback(
  v.object({
    error: v.fallback(v.optional(v.string()), undefined),
    message: v.fallback(v.optional(v.string()), undefined),
  }),
  {},
);
