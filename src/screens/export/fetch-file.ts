import { type Failure, failed, type Result } from '#src/notes/result.ts';
import type { NotebookFiles } from '#src/services.ts';

/** Reads the object under the first of these keys that has one. */
type FetchFile = (keys: readonly string[]) => Promise<Result<Blob, Failure<string>>>;

/** So many times in a row without an answer, and nothing more is asked: each may take its time to fail. */
const mostUnanswered = 3;

export const createFetchFile = (files: Pick<NotebookFiles, 'read'>): FetchFile => {
  let unanswered = 0;
  let last: Failure<string> = elsewhere;
  return async ([first, ...rest]) => {
    if (unanswered >= mostUnanswered) return failed(last);
    const result: Result<Blob, Failure<string>> = first === undefined
      ? failed(elsewhere)
      : await files.read([first, ...rest]);
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
