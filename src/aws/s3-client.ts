import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Credentials } from './credentials.ts';
import { cancelled, inItsWords, interrupted, offline } from './failures.ts';
import { type S3Refusal, s3Refusal } from './s3-refusal.ts';
import { exchange, type HttpAnswer, type S3Transport } from './s3-transport.ts';
import type { SessionGate } from './session-gate.ts';
import { type HttpHeaders, presignedAddress, type Query, type Signing, s3Address, signedHeaders } from './signed-s3.ts';
import { storageFailure, strangeAnswer, unreachable } from './storage-errors.ts';

export interface S3ClientParts extends S3Transport {
  readonly credentials: Credentials;
  readonly gate: Pick<SessionGate, 'ending'>;
  readonly bucket: string;
  readonly region: string;
  /** ms since 1970 */
  readonly now: () => number;
  /** Where an address of the bucket really is; itself, but on the embedded AWS. */
  readonly locate: (address: URL) => URL;
}

export interface S3Request {
  readonly method: 'GET' | 'HEAD' | 'PUT' | 'POST' | 'DELETE';
  /** '' for the bucket itself. */
  readonly key: string;
  readonly query?: Query;
  readonly headers?: HttpHeaders;
  readonly body?: Blob | string;
  readonly signal?: AbortSignal | undefined;
  readonly onSent?: ((bytes: number) => void) | undefined;
  readonly onReceived?: ((bytes: number) => void) | undefined;
  readonly mostBytes?: number | undefined;
}

export interface S3Client {
  /**
   * Signs and sends one request. `read` makes the value of an answer, or undefined where it cannot be S3's; `otherwise` may know
   * better than to call a refusal a failure.
   */
  ask<T>(
    request: S3Request,
    read: (answer: HttpAnswer) => T | undefined | Promise<T | undefined>,
    otherwise?: (refusal: S3Refusal) => T | undefined | Promise<T | undefined>,
  ): Promise<Result<T, AwsFailure>>;
  /** A presigned address of the object. Asks S3 nothing. */
  address(key: string, query: Query, seconds: number): Promise<Result<URL, AwsFailure>>;
  /** S3's clock, as far as it is known; ms since 1970. */
  now(): number;
}

/** ms; a presigned address is good for a minute, so that a clock must not be much further off. */
const clockTolerance = 30_000;

/**
 * Requests to the bucket as whoever is signed in. S3's own clock is learnt from its answers, and a request that it refused for its time
 * is sent once more.
 */
export function createS3Client(parts: S3ClientParts): S3Client {
  const { credentials, gate, bucket, region, now, locate } = parts;
  /** What S3's clock is ahead of ours; ms. */
  let ahead = 0;

  /** Whether the answer shows that we were wrong about the time. */
  function learnTime(told: number | null): boolean {
    if (told === null || Math.abs(told - now() - ahead) < clockTolerance) return false;
    ahead = told - now();
    return true;
  }

  async function send(request: S3Request, url: URL, signing: Signing, signal: AbortSignal): Promise<HttpAnswer> {
    const { method, headers = {}, key: _, query: __, ...rest } = request;
    const signed = signedHeaders(method, url, headers, { ...signing, now: now() + ahead });
    return exchange(parts, { ...rest, method, url: locate(url), headers: signed, signal });
  }

  /** The answer, or S3's refusal, which may come with a status of success where it had begun to answer before it knew. */
  async function settled(request: S3Request, url: URL, signing: Signing, signal: AbortSignal) {
    const first = await send(request, url, signing, signal);
    const refusal = await s3Refusal(request.method, first);
    const wrongTime = learnTime(refusal?.serverTime ?? dateOf(first));
    if (refusal?.status !== 403 || !wrongTime) return { answer: first, refusal };
    const answer = await send(request, url, signing, signal);
    return { answer, refusal: await s3Refusal(request.method, answer) };
  }

  async function signingFor(): Promise<Result<Signing, AwsFailure>> {
    const identity = await credentials.current();
    return identity.ok ? succeeded({ region, keys: identity.value.keys, now: now() + ahead }) : identity;
  }

  return {
    async ask(request, read, otherwise) {
      const ending = gate.ending();
      const url = s3Address({ bucket, region }, request.key, request.query);
      if (url === null) return failed(unreachable(request.key));
      const signing = await signingFor();
      if (!signing.ok) return signing;
      const stop = firstOf(ending, request.signal);
      try {
        const { answer, refusal } = await settled(request, url, signing.value, stop.signal);
        const value = refusal === null ? await read(answer) : await otherwise?.(refusal);
        if (value !== undefined) return succeeded(value);
        return failed(refusal === null ? strangeAnswer(answer.status) : storageFailure(refusal, now()));
      } catch (error) {
        if (ending.aborted) return failed(interrupted);
        return failed(request.signal?.aborted === true ? cancelled : offline(inItsWords(error)));
      } finally {
        stop.release();
      }
    },

    async address(key, query, seconds) {
      const url = s3Address({ bucket, region }, key, query);
      if (url === null) return failed(unreachable(key));
      const signing = await signingFor();
      return signing.ok ? succeeded(locate(presignedAddress(url, seconds, signing.value))) : signing;
    },

    now: () => now() + ahead,
  };
}

function dateOf({ headers }: HttpAnswer): number | null {
  const date = Date.parse(headers.get('date') ?? '');
  return Number.isNaN(date) ? null : date;
}

/** A signal that aborts with the first of two. (Not every browser that Satchel runs in has AbortSignal.any.) */
function firstOf(ending: AbortSignal, other: AbortSignal | undefined): { signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const signals = other === undefined ? [ending] : [ending, other];
  for (const signal of signals) {
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort);
  }
  return {
    signal: controller.signal,
    release() {
      for (const signal of signals) signal.removeEventListener('abort', abort);
    },
  };
}
