import { createHash, createHmac } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CognitoIdentityClient } from '@aws-sdk/client-cognito-identity';
import { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { Amplify } from 'aws-amplify';
import { confirmSignUp, signIn, signOut, signUp } from 'aws-amplify/auth';
import { importJWK, type JWTPayload, SignJWT } from 'jose';
import { http } from 'msw';
import { setupServer } from 'msw/node';
import { vi } from 'vitest';
import { createIdentityPool } from '../../../local-aws/identity-pool/identity-pool.ts';
import { AwsError, type AwsService, type InboxMessage } from '../../../local-aws/service.ts';
import { account } from '../../../local-aws/settings.ts';
import { createUserPool } from '../../../local-aws/user-pool/user-pool.ts';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const ClientId = account.userPoolClientId;
export const ada = { username: 'ada@example.com', password: 'Analytical-1' };
export const bob = { username: 'bob@example.com', password: 'Difference-2' };
export const userPoolHost = 'https://cognito-idp.us-east-1.amazonaws.com/';
export const identityPoolHost = 'https://cognito-identity.us-east-1.amazonaws.com/';

/** Changes the body in place. */
type Tampering = (body: { ChallengeResponses: Record<string, string | undefined> }) => void;

export type Lab = Awaited<ReturnType<typeof openLab>>;

/** Both pools on disk, behind AWS's own host names, for Amplify, the AWS SDK and fetch; time stands still but for `pass`. */
export async function openLab() {
  vi.useFakeTimers({ toFake: ['Date'], now: Date.UTC(2026, 10, 22, 12, 0, 0) });
  const dir = await mkdtemp(join(tmpdir(), 'satchel-pools-'));
  const inbox: InboxMessage[] = [];
  const sent: { action: string; body: string }[] = [];
  let serverAhead = 0;
  const world = {
    now: () => Date.now() + serverAhead,
    randomBytes: loadedDice(),
  };
  const open = async () => {
    const userPool = await createUserPool({ world, dir, deliver: (message) => inbox.push(message) });
    const identityPool = await createIdentityPool({
      world,
      dir,
      verifyIdToken: (token) => userPool.verifyIdToken(token),
    });
    return { userPool, identityPool };
  };
  let pools = await open();
  let tampering: { action: string; change: Tampering } | undefined;

  async function ask(service: AwsService, request: Request): Promise<Response> {
    const sentBody = new Uint8Array(await request.arrayBuffer());
    const action = (request.headers.get('x-amz-target') ?? '').split('.')[1];
    const body = tampering && tampering.action === action ? tampered(sentBody, tampering.change) : sentBody;
    const url = new URL(request.url);
    const awsRequest = { method: request.method, url, signedUrl: url, headers: request.headers, body };
    sent.push({ action: service.operation(awsRequest), body: new TextDecoder().decode(body) });
    try {
      return await service.handle(awsRequest);
    } catch (error) {
      if (error instanceof AwsError) return service.refuse(error);
      throw error;
    }
  }
  const server = setupServer(
    http.all(`${userPoolHost}*`, ({ request }) => ask(pools.userPool, request)),
    http.all(`${identityPoolHost}*`, ({ request }) => ask(pools.identityPool, request)),
  );
  server.listen({ onUnhandledRequest: 'error' });
  const { userPoolId, userPoolClientId, identityPoolId } = account;
  Amplify.configure({
    Auth: { Cognito: { userPoolId, userPoolClientId, identityPoolId, loginWith: { email: true } } },
  });
  const anonymous = { region: account.region, credentials: { accessKeyId: 'none', secretAccessKey: 'none' } };

  return {
    dir,
    inbox,
    /** What clients have asked. */
    sent,
    userPoolSdk: new CognitoIdentityProviderClient(anonymous),
    identityPoolSdk: new CognitoIdentityClient(anonymous),
    userPool: () => pools.userPool,
    identityPool: () => pools.identityPool,
    /** The code that was mailed last. */
    code: () => inbox.at(-1)?.code ?? 'no mail',
    /** The body of the last request for this action. */
    lastSent: (action: string) => JSON.parse(sent.findLast((each) => each.action === action)?.body ?? 'null'),
    /** A token with these claims by the user pool's own key. */
    async sign(claims: JWTPayload): Promise<string> {
      const { signingKey } = JSON.parse(await readFile(join(dir, 'user-pool.json'), 'utf8'));
      const key = await importJWK(signingKey.private, 'RS256');
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256' }).sign(key);
    },
    pass: (ms: number) => vi.setSystemTime(Date.now() + ms),
    /** From now on, changes such requests between client and server. */
    tamper(action: string, change: Tampering) {
      tampering = { action, change };
    },
    /** Sets the servers' clock ahead of the clients'. */
    setServerAhead(ms: number) {
      serverAhead = ms;
    },
    async restart() {
      pools = await open();
    },
    /** Empties the pools and Amplify's memory, for the next test. */
    async reset() {
      await signOut();
      await Promise.all([pools.userPool.reset(), pools.identityPool.reset()]);
      inbox.length = 0;
      sent.length = 0;
      serverAhead = 0;
      tampering = undefined;
    },
    async close() {
      server.close();
      vi.useRealTimers();
      await rm(dir, { recursive: true });
    },
  };
}

function tampered(sent: Uint8Array, change: Tampering): Uint8Array<ArrayBuffer> {
  const body = JSON.parse(new TextDecoder().decode(sent));
  change(body);
  return new TextEncoder().encode(JSON.stringify(body));
}

/** The same bytes in every run. */
function loadedDice() {
  let thrown = 0;
  return (length: number): Uint8Array<ArrayBuffer> => {
    const parts: Buffer[] = [];
    for (let at = 0; at < length; at += 32) parts.push(createHash('sha256').update(String(thrown++)).digest());
    return Uint8Array.from(Buffer.concat(parts).subarray(0, length));
  };
}

/** A POST of AWS JSON as a client of nobody's would send it; the answer with its body read. */
export async function post(host: string, target: string, body: unknown) {
  const response = await fetch(host, {
    method: 'POST',
    headers: { 'content-type': 'application/x-amz-json-1.1', 'x-amz-target': target },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** A confirmed account. */
export async function signUpAndConfirm(lab: Lab, person: { username: string; password: string }): Promise<void> {
  await signUp(person);
  await confirmSignUp({ username: person.username, confirmationCode: lab.code() });
}

/** Amplify's sign-in without its arithmetic, which takes a second: for tests that are about something else. */
export const signInQuickly = (person: { username: string; password: string }) =>
  signIn({ ...person, options: { authFlowType: 'USER_AUTH', preferredChallenge: 'PASSWORD' } });

/** What an authenticator app shows for the secret (base32) at `now` (RFC 6238). */
export function authenticatorCode(secret: string, now = Date.now()): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';
  let bits = 0n;
  for (const letter of secret) bits = (bits << 5n) | BigInt(letters.indexOf(letter));
  const bytes = Math.floor((secret.length * 5) / 8);
  bits >>= BigInt(secret.length * 5 - bytes * 8);
  const key = Buffer.from(bits.toString(16).padStart(bytes * 2, '0'), 'hex');
  const counter = Buffer.alloc(8);
  counter.writeUInt32BE(Math.floor(now / 30_000), 4);
  const mac = createHmac('sha1', key).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) % 16;
  return String((mac.readUInt32BE(offset) % 0x80000000) % 1_000_000).padStart(6, '0');
}
