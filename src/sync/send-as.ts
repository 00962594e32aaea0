import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { Session, SignedInUser } from '#src/aws/session.ts';
import type { Result } from '#src/notes/result.ts';

/** Sends one request to AWS as the person whose notes these are, or not at all. */
export type SendAs = <T>(request: () => Promise<Result<T, AwsFailure>>) => Promise<Result<T, AwsFailure>>;

/**
 * Checks before each request that the session is still this person's, and refreshes the credentials once where AWS calls them
 * expired. Silence counts as that too when it comes twice in a row while the browser is online: before 2019 the
 * gateway's 403 had no CORS headers, so that a browser sees only a failed request.
 * It is sent while nobody signs in or out in any tab; what was ended because somebody wanted to goes out again afterwards, if it still may.
 */
export function createSendAs(deps: {
  readonly session: Pick<Session, 'check' | 'during'>;
  readonly user: SignedInUser;
  readonly online: () => boolean;
}): SendAs {
  let silences = 0;

  async function send<T>(request: () => Promise<Result<T, AwsFailure>>): Promise<Result<T, AwsFailure>> {
    const ours = await deps.session.check(deps.user);
    if (!ours.ok) return ours;
    const answer = await request();
    const silent = !answer.ok && answer.failure.kind === 'offline' && deps.online();
    silences = silent ? silences + 1 : 0;
    const expired = !answer.ok && answer.failure.kind === 'expired';
    if (!expired && silences !== 2) return answer;

    const refreshed = await deps.session.check(deps.user, { refresh: true });
    if (!refreshed.ok) return refreshed;
    const second = await request();
    if (second.ok) silences = 0;
    return second;
  }

  return async (request) => {
    for (let interruptions = 0; ; interruptions += 1) {
      const answer = await deps.session.during(() => send(request));
      if (answer.ok || answer.failure.kind !== 'interrupted' || interruptions === mostInterruptions) return answer;
    }
  };
}

const mostInterruptions = 5;
