import type { ResourcesConfig } from 'aws-amplify';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import { inItsWords, offline } from './failures.ts';

/** The parts of Amplify, each loaded when it is first needed; the configuration is in place before any of them can be used. */
export interface AmplifyLoader {
  auth(): Promise<typeof import('./amplify-auth.ts')>;
  signIn(): Promise<typeof import('./amplify-sign-in.ts')>;
  api(): Promise<typeof import('./amplify-api.ts')>;
}

/**
 * Amplify is imported by our own modules, and these only here: a dynamic import of `aws-amplify/api` itself takes the whole namespace
 * along. A part that could not be loaded is asked for again the next time. `keeps`: whether tokens outlive this tab.
 */
export function createAmplifyLoader(config: ResourcesConfig, keeps: () => boolean): AmplifyLoader {
  const auth = once(async () => {
    const part = await import('./amplify-auth.ts');
    part.configure(config);
    part.keepTokens(keeps());
    return part;
  });
  return {
    auth,
    signIn: once(async () => (await Promise.all([import('./amplify-sign-in.ts'), auth()]))[0]),
    api: once(async () => (await Promise.all([import('./amplify-api.ts'), auth()]))[0]),
  };
}

/** A part as a result. It is one of the app's own files: without it there is no connection, or a newer app has taken its place. */
export const loaded = <T>(part: Promise<T>): Promise<Result<T, AwsFailure>> =>
  part.then(succeeded, (error) => failed(offline(`A part of the app could not be loaded.\n${inItsWords(error)}`)));

function once<T>(load: () => Promise<T>): () => Promise<T> {
  let part: Promise<T> | null = null;
  return () => {
    part ??= load().catch((error: unknown) => {
      part = null;
      throw error;
    });
    return part;
  };
}
