import type { Page } from '@playwright/test';
import aws4 from 'aws4';
import { account } from '../../local-aws/settings.ts';

export interface AwsClient {
  readonly identityId: string;
  /** Where the embedded AWS is. */
  readonly origin: string;
  /** What whoever has the bytes can put an object with; S3 checks their SHA-256 where it is told one, in base64. */
  signedPut(key: string, sha256?: string): { readonly url: string; readonly headers: Record<string, string> };
  /** The status that S3 answers with to this person's credentials. */
  s3(method: string, key: string, body?: string | Buffer): Promise<number>;
  /** The notes API's answer to this person's credentials. */
  notes(method: string, path: string, body?: string): Promise<{ status: number; text: string }>;
}

/** What a person could do with their own credentials and a program of their own: requests signed by aws4, not by the app. */
export async function awsClient(page: Page): Promise<AwsClient> {
  const origin: string = await page.evaluate(() => {
    const meta = document.querySelector('meta[name="satchel-local-aws"]');
    return JSON.parse(meta?.getAttribute('content') ?? '{}').origin;
  });
  const idToken = await page.evaluate(() => {
    const key = Object.keys(localStorage).find((name) => name.endsWith('.idToken'));
    return key ? localStorage.getItem(key) : null;
  });
  const logins = { [`cognito-idp.${account.region}.amazonaws.com/${account.userPoolId}`]: idToken };
  const identityPool = async (action: string, body: object) => {
    const headers = {
      'content-type': 'application/x-amz-json-1.1',
      'x-amz-target': `AWSCognitoIdentityService.${action}`,
    };
    const response = await fetch(`${origin}/identity-pool`, { method: 'POST', headers, body: JSON.stringify(body) });
    return response.json();
  };
  const { IdentityId } = await identityPool('GetId', { IdentityPoolId: account.identityPoolId, Logins: logins });
  const { Credentials } = await identityPool('GetCredentialsForIdentity', { IdentityId, Logins: logins });
  const credentials = {
    accessKeyId: Credentials.AccessKeyId,
    secretAccessKey: Credentials.SecretKey,
    sessionToken: Credentials.SessionToken,
  };
  const signed = (request: aws4.Request): Record<string, string> => {
    const { headers } = aws4.sign({ region: account.region, ...request }, credentials);
    const { Host, host: _host, 'Content-Length': _length, ...rest } = { ...headers } as Record<string, string>;
    return rest;
  };
  const send = async (
    service: string,
    host: string,
    path: string,
    url: string,
    method: string,
    body?: string | Buffer,
  ) => {
    const sent = { method, ...(body === undefined ? {} : { body }) };
    const headers = signed({ service, host, path, ...sent });
    const bytes = typeof body === 'string' ? body : body && new Uint8Array(body);
    return fetch(url, { method, headers, ...(bytes === undefined ? {} : { body: bytes }) });
  };
  const s3Host = `${account.bucket}.s3.${account.region}.amazonaws.com`;
  const s3Path = (key: string) => `/${key.split('/').map(encodeURIComponent).join('/')}`;
  const s3Url = (key: string) => `${origin}/s3/${account.bucket}${s3Path(key)}`;
  return {
    identityId: IdentityId,
    origin,
    signedPut: (key, sha256) => ({
      url: s3Url(key),
      headers: signed({
        ...{ service: 's3', host: s3Host, path: s3Path(key), method: 'PUT' },
        headers: {
          'X-Amz-Content-Sha256': 'UNSIGNED-PAYLOAD',
          ...(sha256 !== undefined && { 'X-Amz-Checksum-Sha256': sha256 }),
        },
      }),
    }),
    s3: async (method, key, body) => (await send('s3', s3Host, s3Path(key), s3Url(key), method, body)).status,
    notes: async (method, path, body) => {
      const whole = `/notes-api/${account.stage}${path}`;
      const response = await send('execute-api', new URL(origin).host, whole, `${origin}${whole}`, method, body);
      return { status: response.status, text: await response.text() };
    },
  };
}
