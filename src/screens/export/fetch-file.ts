import { type Failure, failed, type Result } from '#src/notes/result.ts';
import type { Notebook } from '#src/services.ts';

/** Reads the object under the first of these keys that has one. */
type FetchFile = (keys: readonly string[]) => Promise<Result<Blob, Failure<string>>>;

/** So many times in a row without an answer, and nothing more is asked: each may take its time to fail. */
const mostUnanswered = 3;

export const createFetchFile = (notebook: Pick<Notebook, 'readFile'>): FetchFile => {
  let unanswered = 0;
  let last: Failure<string> = elsewhere;
  return async (keys) => {
    if (unanswered >= mostUnanswered) return failed(last);
    let result: Result<Blob, Failure<string>> = failed(elsewhere);
    for (const key of keys) {
      result = await notebook.readFile(key);
      if (result.ok || result.failure.kind !== 'denied') break;
    }
    if (result.ok) unanswered = 0;
    else {
      last = result.failure;
      unanswered = noAnswer.has(last.kind) ? unanswered + 1 : 0;
    }
    return result;
  };
};

const noAnswer: ReadonlySet<string> = new Set(['offline', 'signed-out']);

const elsewhere: Failure<'elsewhere'> = {
  kind: 'elsewhere',
  message: 'This file is not in your bucket, so Satchel cannot reach it.',
  details: '',
};
