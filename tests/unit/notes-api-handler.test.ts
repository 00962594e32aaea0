import { ProvisionedThroughputExceededException } from '@aws-sdk/client-dynamodb';
import { describe, expect, it } from 'vitest';
import { dynamoNotesTable } from '../../infra/notes-api/dynamo-notes-table.ts';
import { createHandler } from '../../infra/notes-api/handler.ts';
import { createNotesApi } from '../../infra/notes-api/notes-api.ts';
import type { NotesTable } from '../../infra/notes-api/notes-table.ts';
import { laggingTable } from './notes-api-lagging-table.ts';

const ann = 'us-east-1:ann';
const bob = 'us-east-1:bob';

function start(table: NotesTable = laggingTable({ now: 0 }, 10)) {
  const logged: unknown[] = [];
  const api = createNotesApi({ table, now: () => Date.UTC(2026, 10, 22), newId: () => 'made' });
  return { handler: createHandler(api, (error) => logged.push(error)), logged };
}

const rest = (identity: unknown, more = {}) => ({
  httpMethod: 'GET',
  pathParameters: null,
  requestContext: { identity },
  ...more,
});

describe('the notes function', () => {
  it.each([
    ['a REST event without an identity', rest({ cognitoIdentityId: null })],
    ['a REST event with an empty one', rest({ cognitoIdentityId: '' })],
    [
      'a REST event with claims only',
      rest({}, { requestContext: { identity: {}, authorizer: { claims: { sub: ann } } } }),
    ],
    ['an HTTP event without an authorizer', { version: '2.0', requestContext: { http: { method: 'GET' } } }],
    [
      'an HTTP event of an IAM user',
      { version: '2.0', requestContext: { http: { method: 'GET' }, authorizer: { iam: { cognitoIdentity: null } } } },
    ],
    [
      'an HTTP event that also has the field of the other kind',
      { version: '2.0', requestContext: { http: { method: 'GET' }, identity: { cognitoIdentityId: ann } } },
    ],
  ])('refuses %s', async (_name, event) => {
    const { handler } = start();
    expect(await handler(event)).toMatchObject({ statusCode: 403 });
  });

  it('takes the user from the place that API Gateway fills, whatever else an event says', async () => {
    const { handler } = start();
    const event = rest(
      { cognitoIdentityId: ann, userArn: bob, caller: bob },
      {
        httpMethod: 'POST',
        headers: { 'x-amzn-cognito-identity-id': bob },
        queryStringParameters: { userId: bob },
        body: JSON.stringify({ userId: bob, content: 'a' }),
      },
    );
    expect(JSON.parse((await handler(event)).body)).toMatchObject({ userId: ann });
  });

  it('answers 400 to an id in the path that is not UTF-8', async () => {
    const { handler } = start();
    const event = rest({ cognitoIdentityId: ann }, { pathParameters: { id: '%E4' } });
    expect(await handler(event)).toMatchObject({ statusCode: 400 });
  });

  it('answers 400 to a body in Base64 that is no text', async () => {
    const { handler } = start();
    const body = Buffer.from([0x7b, 0xff, 0x7d]).toString('base64');
    const event = rest({ cognitoIdentityId: ann }, { httpMethod: 'POST', body, isBase64Encoded: true });
    expect(await handler(event)).toMatchObject({ statusCode: 400, body: expect.stringContaining('UTF-8') });
  });

  it.each([
    ['a REST API', (path: string) => rest({ cognitoIdentityId: ann }, { path, pathParameters: { proxy: 'notes/x' } })],
    [
      'an HTTP API',
      (path: string) => ({
        version: '2.0',
        routeKey: '$default',
        rawPath: `/prod${path}`,
        requestContext: {
          http: { method: 'GET' },
          authorizer: { iam: { cognitoIdentity: { identityId: ann } } },
        },
      }),
    ],
  ])('finds the note in the path where %s has one route for everything', async (_kind, get) => {
    const { handler } = start();
    const put = { httpMethod: 'PUT', pathParameters: { id: 'a b' }, body: '{"content":"found"}' };
    await handler(rest({ cognitoIdentityId: ann }, put));
    expect(JSON.parse((await handler(get('/notes/a%20b'))).body)).toMatchObject({ noteId: 'a b' });
    expect(JSON.parse((await handler(get('/notes/'))).body)).toMatchObject([{ noteId: 'a b' }]);
    for (const path of ['/', '/billing', '/notes/a/b', '/mynotes', '/notes//']) {
      expect(await handler(get(path))).toMatchObject({ statusCode: 404 });
    }
    expect(await handler(get('/notes/%E4'))).toMatchObject({ statusCode: 400 });
  });

  it('answers a preflight that API Gateway hands to it, signed by nobody', async () => {
    const { handler, logged } = start();
    const http = { version: '2.0', rawPath: '/notes', requestContext: { http: { method: 'OPTIONS' } } };
    for (const event of [http, rest({}, { httpMethod: 'OPTIONS' })]) {
      expect(await handler(event)).toMatchObject({
        statusCode: 204,
        body: '',
        headers: {
          'access-control-allow-methods': expect.stringContaining('PUT'),
          'access-control-allow-headers': expect.stringContaining('X-Amz-Security-Token'),
        },
      });
    }
    expect(logged).toEqual([]);
  });

  it('answers HEAD as GET, without the body', async () => {
    const { handler } = start();
    const head = { httpMethod: 'HEAD' };
    expect(await handler(rest({ cognitoIdentityId: ann }, head))).toMatchObject({ statusCode: 200, body: '' });
    const missing = rest({ cognitoIdentityId: ann }, { ...head, pathParameters: { id: 'x' } });
    expect(await handler(missing)).toMatchObject({ statusCode: 404, body: '' });
    expect(await handler(rest({}, head))).toMatchObject({ statusCode: 403 });
  });

  it.each(['PATCH', 'DELETE'])('answers 404 to %s /notes', async (httpMethod) => {
    const { handler } = start();
    expect(await handler(rest({ cognitoIdentityId: ann }, { httpMethod }))).toMatchObject({ statusCode: 404 });
  });

  it('says so where the list is longer than Lambda lets through', async () => {
    const { handler } = start();
    const body = JSON.stringify({ content: '"'.repeat(350_000) });
    const put = (id: string) => rest({ cognitoIdentityId: ann }, { httpMethod: 'PUT', pathParameters: { id }, body });
    for (const id of ['a', 'b', 'c', 'd']) await handler(put(id));
    expect(await handler(rest({ cognitoIdentityId: ann }))).toMatchObject({ statusCode: 200 });
    await handler(put('e'));
    expect(await handler(rest({ cognitoIdentityId: ann }))).toMatchObject({
      statusCode: 500,
      body: expect.stringContaining('since=0'),
    });
  });

  it('logs a fault and answers 500 with nothing of it', async () => {
    const fault = new Error('arn:aws:dynamodb:secret');
    const { handler, logged } = start({ ...laggingTable({ now: 0 }, 1), list: () => Promise.reject(fault) });
    const answer = await handler(rest({ cognitoIdentityId: ann }));
    expect(answer).toMatchObject({ statusCode: 500, headers: { 'access-control-allow-origin': '*' } });
    expect(answer.body).not.toContain('secret');
    expect(logged).toEqual([fault]);
  });

  it('logs and answers 500 to what is no event of API Gateway', async () => {
    const { handler, logged } = start();
    expect(await handler({ Records: [] })).toMatchObject({ statusCode: 500 });
    expect(logged).toHaveLength(1);
  });

  it('asks to try again in a second where DynamoDB is throttled', async () => {
    const throttled = new ProvisionedThroughputExceededException({ $metadata: {}, message: 'slow down' });
    const { handler, logged } = start(dynamoNotesTable({ send: () => Promise.reject(throttled) }, 'notes'));
    for (const more of [{}, { pathParameters: { id: 'x' } }, { httpMethod: 'POST', body: '{"content":"a"}' }]) {
      expect(await handler(rest({ cognitoIdentityId: ann }, more))).toMatchObject({
        statusCode: 429,
        headers: { 'retry-after': '1', 'access-control-expose-headers': expect.stringContaining('Retry-After') },
      });
    }
    expect(logged).toEqual([]);
  });

  it('asks to try again where somebody else is always faster', async () => {
    const { handler } = start({ ...laggingTable({ now: 0 }, 1), write: async () => false });
    const event = rest({ cognitoIdentityId: ann }, { httpMethod: 'POST', body: '{"content":"a"}' });
    expect(await handler(event)).toMatchObject({ statusCode: 429 });
  });
});
