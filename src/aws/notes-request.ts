import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { ApiAnswer, ApiRequest } from './amplify-api.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Credentials } from './credentials.ts';
import { interrupted } from './failures.ts';
import { noAnswer } from './notes-api-errors.ts';
import { parseJson } from './parse-json.ts';
import type { SessionGate } from './session-gate.ts';

/** One signed request and its answer, with the body as parsed; `body` is undefined where it is no JSON. */
export type SignedRequest = (
  request: Pick<ApiRequest, 'method' | 'path' | 'query' | 'body'>,
) => Promise<Result<{ readonly answer: ApiAnswer; readonly body: unknown }, AwsFailure>>;

/** ms; after this a request counts as lost. Long enough for 350 kB over a slow line. */
const timeout = 60_000;

/**
 * Sends each request once, as sync repeats what is worth repeating, in its own time. The exception is a clock that AWS refuses: then
 * Amplify is to repeat, because it takes the right time from AWS's answer only when it does.
 */
export function signedRequest(
  amplify: AmplifyLoader,
  credentials: Credentials,
  gate: Pick<SessionGate, 'ending'>,
): SignedRequest {
  let clockIsWrong = false;

  async function send(
    request: Parameters<SignedRequest>[0],
    signal: AbortSignal,
  ): Promise<Result<ApiAnswer, AwsFailure>> {
    const api = await loaded(amplify.api());
    if (!api.ok) return api;
    if (signal.aborted) return failed(interrupted);
    try {
      const answer = await api.value.sendRequest({ ...request, retries: clockIsWrong, timeout, signal });
      if (!clockIsWrong && complainsOfTime(answer)) {
        clockIsWrong = true;
        return send(request, signal);
      }
      return succeeded(answer);
    } catch (error) {
      return failed(signal.aborted ? interrupted : noAnswer(error));
    }
  }

  return async (request) => {
    const signal = gate.ending();
    // Amplify would send the request unsigned where it cannot get credentials.
    const identity = await credentials.current();
    if (!identity.ok) return identity;
    const answer = await send(request, signal);
    return answer.ok ? succeeded({ answer: answer.value, body: parseJson(answer.value.text) }) : answer;
  };
}

const complainsOfTime = ({ status, text }: ApiAnswer) =>
  status === 403 && /signature (expired|not yet current)/i.test(text);
