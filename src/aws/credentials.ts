import * as v from 'valibot';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { type AmplifyLoader, loaded } from './amplify-loader.ts';
import type { AwsFailure } from './aws-failure.ts';
import { signedOut } from './failures.ts';
import { identityPoolFailure, userPoolFailure } from './session-errors.ts';

/** Who AWS would take our requests from now. */
export interface AwsIdentity {
  readonly sub: string;
  readonly identityId: string;
  readonly email: string;
  readonly keys: SigningKeys;
}

/** Temporary AWS credentials. Kept in memory only. */
export interface SigningKeys {
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  readonly sessionToken: string;
}

export interface Credentials {
  /**
   * The identity with credentials that are valid for a while: from memory, else from the pools; with `refresh`, new ones.
   * One fetch runs at a time, and whoever asks meanwhile gets its result: Amplify itself would ask the pools once for each caller.
   */
  current(options?: { readonly refresh?: boolean }): Promise<Result<AwsIdentity, AwsFailure>>;
}

export function createCredentials(amplify: AmplifyLoader): Credentials {
  type Answer = Promise<Result<AwsIdentity, AwsFailure>>;
  let running: { readonly refresh: boolean; readonly answer: Answer } | null = null;
  let lastSub: string | null = null;

  async function fetch(refresh: boolean): Answer {
    const auth = await loaded(amplify.auth());
    if (!auth.ok) return auth;
    const tokens = await auth.value.readTokens(refresh).then(succeeded, (error) => failed(userPoolFailure(error)));
    if (!tokens.ok) return tokens;
    const sub = tokens.value?.accessToken.payload.sub;
    if (sub === undefined) return failed(signedOut('There are no tokens of the user pool on this device.'));
    if (sub !== lastSub) await auth.value.clearCredentials();
    lastSub = sub;
    try {
      return succeeded(identity(await auth.value.readIdentity()));
    } catch (error) {
      return failed(identityPoolFailure(error));
    }
  }

  return {
    current({ refresh = false } = {}) {
      if (running !== null && (running.refresh || !refresh)) return running.answer;
      const before = running?.answer;
      const answer = (async () => {
        await before;
        return fetch(refresh);
      })().finally(() => {
        if (running?.answer === answer) running = null;
      });
      running = { refresh, answer };
      return answer;
    },
  };
}

function identity(session: unknown): AwsIdentity {
  const { userSub, identityId, credentials, tokens } = v.parse(SessionSchema, session);
  const claims = tokens.idToken.payload;
  return {
    sub: userSub,
    identityId,
    email: claims.email ?? claims['cognito:username'] ?? userSub,
    keys: credentials,
  };
}

const SessionSchema = v.object({
  userSub: v.string(),
  identityId: v.string(),
  credentials: v.object({ accessKeyId: v.string(), secretAccessKey: v.string(), sessionToken: v.string() }),
  tokens: v.object({
    idToken: v.object({
      payload: v.object({ email: v.optional(v.string()), 'cognito:username': v.optional(v.string()) }),
    }),
  }),
});
