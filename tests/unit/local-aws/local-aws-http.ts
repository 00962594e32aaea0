import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Amplify } from 'aws-amplify';
import { confirmSignUp, fetchAuthSession, signIn, signOut, signUp } from 'aws-amplify/auth';
import { ConsoleLogger } from 'aws-amplify/utils';
import aws4 from 'aws4';
import { onTestFinished } from 'vitest';
import { createLocalAws } from '../../../local-aws/local-aws.ts';
import { startServer } from '../../../local-aws/server.ts';
import { account } from '../../../local-aws/settings.ts';
import { realWorld } from '../../../local-aws/world.ts';

/** An embedded AWS on a port of its own until the test is over. */
export async function serve({ dir = null, port = 0 }: { readonly dir?: string | null; readonly port?: number } = {}) {
  const aws = await createLocalAws({ policy: 'satchel', api: 'versioned', dir }, realWorld);
  const server = await startServer(aws, { port });
  let closing: Promise<void> | null = null;
  const close = () => {
    closing ??= server.close().then(() => aws.close());
    return closing;
  };
  onTestFinished(close);
  const control = async (method: string, path: string, body?: unknown) => {
    const init = body === undefined ? {} : { body: JSON.stringify(body) };
    const response = await fetch(`${server.origin}/__aws${path}`, { method, ...init });
    return { status: response.status, body: await response.json() };
  };
  return { aws, origin: server.origin, port: server.port, close, control };
}

export type Served = Awaited<ReturnType<typeof serve>>;

/** A folder that is gone after the test. */
export async function temporaryFolder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'satchel-local-aws-'));
  onTestFinished(() => rm(dir, { recursive: true, force: true }));
  return dir;
}

export type Person = Awaited<ReturnType<typeof signUpOver>>;

/** Signs a new person up and in with Amplify, over HTTP, and gives them a client of their own that is signed by aws4. */
export async function signUpOver({ origin, control }: Served, username: string) {
  const { userPoolId, userPoolClientId, identityPoolId, region, bucket, stage } = account;
  // It warns of every endpoint that is not AWS's own.
  ConsoleLogger.LOG_LEVEL = 'NONE';
  Amplify.configure({
    Auth: {
      Cognito: {
        userPoolId,
        userPoolClientId,
        identityPoolId,
        userPoolEndpoint: `${origin}/user-pool`,
        identityPoolEndpoint: `${origin}/identity-pool`,
      },
    },
  });
  const password = 'Analytical-1';
  await signUp({ username, password, options: { userAttributes: { email: username } } });
  const { body: inbox } = await control('GET', '/inbox');
  await confirmSignUp({ username, confirmationCode: inbox.at(-1).code });
  await signIn({ username, password });
  const { credentials, identityId } = await fetchAuthSession();
  await signOut();
  if (credentials === undefined || identityId === undefined) throw new Error('Amplify got no credentials.');

  const send = async (service: string, host: string, path: string, url: string, method: string, body?: string) => {
    const request = { service, region, host, path, method, ...(body === undefined ? {} : { body }) };
    const { headers } = aws4.sign(request, credentials);
    return fetch(url, { method, headers: headers as Record<string, string>, ...(body === undefined ? {} : { body }) });
  };
  return {
    identityId,
    credentials,
    notes(method: string, path: string, body?: object) {
      const whole = `/notes-api/${stage}${path}`;
      const text = body === undefined ? undefined : JSON.stringify(body);
      return send('execute-api', new URL(origin).host, whole, origin + whole, method, text);
    },
    /** `name`: below the person's own prefix. */
    s3(method: string, name: string, body?: string) {
      const path = `/${encodeURIComponent(identityId)}/${name}`;
      const host = `${bucket}.s3.${region}.amazonaws.com`;
      return send('s3', host, path, `${origin}/s3/${bucket}${path}`, method, body);
    },
  };
}
