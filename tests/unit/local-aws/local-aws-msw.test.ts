// @vitest-environment jsdom
import '../../support/setup-jsdom.ts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { account } from '../../../local-aws/settings.ts';
import { startLocalAws } from '../../support/local-aws-msw.ts';

const object = `https://${account.bucket}.s3.us-east-1.amazonaws.com/key`;

async function open() {
  const test = await startLocalAws();
  onTestFinished(test.close);
  return test;
}

interface Sent {
  readonly body?: ArrayBuffer;
  readonly target?: string;
}

/** How a request by XMLHttpRequest ends. */
function send(method: string, url: string, { body, target }: Sent = {}) {
  return new Promise<{ event: string; status: number; text: string }>((resolve) => {
    const request = new XMLHttpRequest();
    request.open(method, url);
    if (target !== undefined) request.setRequestHeader('x-amz-target', target);
    for (const event of ['load', 'error', 'abort', 'timeout'])
      request.addEventListener(event, () => resolve({ event, status: request.status, text: request.responseText }));
    request.send(body ?? null);
  });
}

describe('the embedded AWS behind a page in jsdom', () => {
  it('answers XMLHttpRequest and fetch', async () => {
    const { asked } = await open();
    expect(await send('GET', object)).toMatchObject({ event: 'load', status: 403 });
    expect((await fetch(object, { method: 'DELETE' })).status).toBe(403);
    expect(asked()).toEqual(['s3 GetObject', 's3 DeleteObject']);
  });

  it('gets the bytes that a page sends as they are', async () => {
    const { aws, code } = await open();
    const user = { ClientId: account.userPoolClientId, Username: 'ada@example.com', Password: 'Pässwörd-1' };
    const target = 'AWSCognitoIdentityProviderService.SignUp';
    const body = new TextEncoder().encode(JSON.stringify(user)).buffer;
    const answer = await send('POST', 'https://cognito-idp.us-east-1.amazonaws.com/', { body, target });
    expect(answer).toMatchObject({ event: 'load', status: 200 });
    expect(aws.userPool.users()).toMatchObject([{ email: 'ada@example.com' }]);
    expect(code('ada@example.com')).toMatch(/^\d{6}$/);
  });

  it.each(['drop-request', 'drop-response', 'cut-body'] as const)(
    'fails a request as a network would: %s',
    async (effect) => {
      const { fault } = await open();
      fault({ service: 's3', effect });
      expect(await send('GET', object)).toMatchObject({ event: 'error', status: 0 });
      expect(await send('GET', object)).toMatchObject({ event: 'load', status: 403 });
    },
  );
});
