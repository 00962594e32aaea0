import type { SigningKeys } from './credentials.ts';
import { presignedDelete } from './presigned-delete.ts';

interface RemoveParts {
  readonly region: string;
  readonly fetch: typeof fetch;
  /** ms */
  readonly now: () => number;
  readonly locate: (address: URL) => URL;
  /** Ends it when it aborts. */
  readonly signal: AbortSignal;
}

/**
 * Deletes an object; S3 answers the same where there is none. A clock that S3 refuses is put right by the date of its answer, once.
 * Throws an error named by S3's code.
 */
export async function removeObject(
  { region, fetch, now, locate, signal }: RemoveParts,
  address: URL,
  keys: SigningKeys,
): Promise<void> {
  const send = async (time: number) =>
    fetch(locate(await presignedDelete({ address, region, keys, now: time })), { method: 'DELETE', signal });
  let answer = await send(now());
  const date = Date.parse(answer.headers.get('date') ?? '');
  if (answer.status === 403 && Math.abs(date - now()) > clockTolerance) answer = await send(date);
  if (!answer.ok && answer.status !== 404) throw refusal(answer.status, await answer.text());
}

/** ms; S3 takes 15 minutes, a presigned address is good for less. */
const clockTolerance = 30_000;

function refusal(status: number, xml: string): Error {
  const error = new Error(/<Message>([^<]*)/.exec(xml)?.[1] ?? `HTTP ${status}`);
  error.name = /<Code>([^<]*)/.exec(xml)?.[1] ?? (status >= 500 ? 'ServiceUnavailable' : String(status));
  return error;
}
