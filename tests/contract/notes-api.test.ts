import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { dynamoNotesTable } from '../../infra/notes-api/dynamo-notes-table.ts';
import { createHandler } from '../../infra/notes-api/handler.ts';
import { createNotesApi } from '../../infra/notes-api/notes-api.ts';
import { openEmbeddedDynamo } from '../../local-aws/notes-api/embedded-dynamo.ts';
import { createNotesService } from '../../local-aws/notes-api/notes-service.ts';
import type { ApiProfile } from '../../local-aws/settings.ts';
import { account } from '../../local-aws/settings.ts';
import { httpEvent, restEvent } from './gateway-events.ts';
import { describeNotesApi } from './notes-api.contract.ts';
import type { ApiRequest, Item, NotesApiSubject, StartNotesApi } from './notes-api-subject.ts';
import { ann, withCall } from './notes-api-subject.ts';

/** The deployed function, given events that `toEvent` makes. */
const theFunction =
  (toEvent: (request: ApiRequest) => unknown): StartNotesApi =>
  async (items = []) => {
    const clock = { now: Date.UTC(2026, 10, 22) };
    const dynamo = await openEmbeddedDynamo(null);
    for (const Item of items) await dynamo.client.send(new PutCommand({ TableName: dynamo.tableName, Item }));
    const table = dynamoNotesTable(dynamo.client, dynamo.tableName);
    const handler = createHandler(
      createNotesApi({ table, now: () => clock.now, newId: () => randomUUID() }),
      (error) => {
        throw error;
      },
    );
    const send: NotesApiSubject['send'] = async (request) => {
      const { statusCode, headers, body } = await handler(JSON.parse(JSON.stringify(toEvent(request))));
      return { status: statusCode, headers: new Headers(headers), body: JSON.parse(body) };
    };
    return { ...withCall(send), clock, close: dynamo.close };
  };

/** The embedded AWS; here the test says who has signed, and IAM allows everything. */
const theEmbeddedService =
  (profile: ApiProfile): StartNotesApi =>
  async (items = []) => {
    const clock = { now: Date.UTC(2026, 10, 22) };
    const dir = items.length > 0 ? await folderWith(items) : null;
    const service = await createNotesService({
      world: { now: () => clock.now, randomBytes: (length) => new Uint8Array(randomBytes(length)) },
      dir,
      profile,
      verify: async ({ headers }) => ({
        accessKeyId: 'AKIA',
        secretAccessKey: 'secret',
        sessionToken: 'token',
        expiresAt: Number.POSITIVE_INFINITY,
        identityId: headers.get('x-test-signed-by') ?? '',
      }),
      authorize: async () => true,
    });
    const send: NotesApiSubject['send'] = async ({ method, path, headers = {}, body = '', as = ann }) => {
      const url = new URL(
        `https://${account.apiId}.execute-api.${account.region}.amazonaws.com/${account.stage}${path}`,
      );
      const answer = await service.handle({
        method,
        url,
        signedUrl: url,
        headers: new Headers({ ...headers, 'x-test-signed-by': as }),
        body: new TextEncoder().encode(body),
      });
      return { status: answer.status, headers: answer.headers, body: await answer.json() };
    };
    const close = async () => {
      await service.close();
      if (dir !== null) await rm(dir, { recursive: true });
    };
    return { ...withCall(send), clock, close };
  };

/** A data folder of the embedded AWS with these items in its table. */
async function folderWith(items: readonly Item[]): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'satchel-notes-'));
  const dynamo = await openEmbeddedDynamo(join(dir, 'dynamodb'));
  for (const Item of items) await dynamo.client.send(new PutCommand({ TableName: dynamo.tableName, Item }));
  await dynamo.close();
  return dir;
}

describeNotesApi('the deployed function behind a REST API', 'versioned', theFunction(restEvent));
describeNotesApi('the deployed function behind an HTTP API', 'versioned', theFunction(httpEvent));
describeNotesApi('the embedded AWS', 'versioned', theEmbeddedService('versioned'));
describeNotesApi('the embedded AWS', 'tutorial', theEmbeddedService('tutorial'));
