import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Result } from '#src/notes/result.ts';

/** What `ask` gives for the first of these objects that there is; `denied` is how S3 says that one is not there. */
export async function firstThere<T>(
  [first, ...rest]: readonly [string, ...string[]],
  ask: (key: string) => Promise<Result<T, AwsFailure>>,
): Promise<Result<T, AwsFailure>> {
  let answer = await ask(first);
  for (const key of rest) {
    if (answer.ok || answer.failure.kind !== 'denied') break;
    answer = await ask(key);
  }
  return answer;
}
