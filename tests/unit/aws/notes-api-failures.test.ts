import { describe, expect, it } from 'vitest';
import { backendThatAnswers } from './fake-notes-backend.ts';

/** The failure that a pull ends with. */
async function failureOf(status: number, body: unknown, headers?: Record<string, string>) {
  const result = await backendThatAnswers(status, body, headers).api.pull('0');
  if (result.ok) throw new Error('it did not fail');
  return result.failure;
}

describe('a refusal of the notes API', () => {
  it.each([
    ['429', 429, { error: 'Too many requests at once.' }, 'throttled'],
    ['429 of the gateway', 429, { message: 'Too Many Requests' }, 'throttled'],
    ['500 of the function', 500, { error: 'Internal error' }, 'unavailable'],
    ['500 of the function of 2017', 500, { status: false }, 'unavailable'],
    ['502 of the gateway', 502, { message: 'Internal server error' }, 'unavailable'],
    ['504 of the gateway', 504, { message: 'Endpoint request timed out' }, 'unavailable'],
    ['413', 413, { error: 'content is too long' }, 'too-large'],
    ['413 of the gateway', 413, { message: 'HTTP content length exceeded 10485760 bytes.' }, 'too-large'],
    ['400', 400, { error: 'content must be a string.' }, 'invalid'],
    ['404 of the gateway', 404, { message: 'Not Found' }, 'invalid'],
    ['401', 401, { message: 'Unauthorized' }, 'expired'],
    ['an expired token', 403, { message: 'The security token included in the request is expired' }, 'expired'],
    ['an unknown token', 403, { message: 'The security token included in the request is invalid.' }, 'expired'],
    ['a wrong signature', 403, { message: 'The request signature we calculated does not match' }, 'expired'],
    ['an unsigned request', 403, { message: 'Missing Authentication Token' }, 'expired'],
    ['a wrong clock', 403, { message: 'Signature expired: 20261122T200000Z is now earlier than' }, 'expired'],
    ['a role without rights', 403, { message: 'User: arn:aws:sts::1 is not authorized to perform' }, 'denied'],
    ['an HTTP API', 403, { message: 'Forbidden' }, 'denied'],
    ['a page in HTML', 403, '<html>Access denied by the firewall</html>', 'unavailable'],
    ['a page in HTML for an answer', 200, '<!doctype html><title>Hotel Wi-Fi</title>', 'unavailable'],
    ['half an answer', 200, '[{"noteId":"a","con', 'unavailable'],
  ])('%s: %s', async (_, status, body, kind) => {
    const failure = await failureOf(status, body);
    expect(failure.kind).toBe(kind);
    expect(failure.message).toMatch(/^[A-Z].*(\.|\{reason\})$/);
    expect(failure.details).toContain(typeof body === 'string' ? body : JSON.stringify(body));
  });

  it('tells a token from a role by the error type where CORS shows it', async () => {
    const headers = { 'x-amzn-errortype': 'ExpiredTokenException' };
    expect(await failureOf(403, { message: 'Forbidden' }, headers)).toMatchObject({ kind: 'expired' });
  });

  it('passes on how long to wait', async () => {
    expect(await failureOf(429, { error: 'slow' }, { 'retry-after': '7' })).toMatchObject({ retryAfter: 7000 });
    expect(await failureOf(503, { message: 'busy' }, { 'retry-after': '2' })).toMatchObject({ retryAfter: 2000 });
    expect(await failureOf(429, { error: 'slow' })).not.toHaveProperty('retryAfter');
  });

  it('gives the reason for a 400', async () => {
    expect(await failureOf(400, { error: 'content must be a string.' })).toMatchObject({
      values: { reason: 'content must be a string.' },
    });
  });

  it('sends a person with a wrong clock to the clock', async () => {
    expect((await failureOf(403, { message: 'Signature not yet current: 2027' })).message).toContain('clock');
  });
});
