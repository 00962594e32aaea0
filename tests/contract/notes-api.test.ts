import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { openEmbeddedDynamo } from '../../local-aws/notes-api/embedded-dynamo.ts';
import { createNotesService } from '../../local-aws/notes-api/notes-service.ts';
import type { ApiProfile } from '../../local-aws/settings.ts';
import { account } from '../../local-aws/settings.ts';
import { describeNotesApi } from './notes-api.contract.ts';
import type { Item, NotesApiSubject, StartNotesApi } from './notes-api-subject.ts';
import { ann, withCall } from './notes-api-subject.ts';

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

// The function by itself, as it is uploaded, is in notes-function-file.test.ts.
describeNotesApi('the embedded AWS', 'versioned', theEmbeddedService('versioned'));
describeNotesApi('the embedded AWS', 'tutorial', theEmbeddedService('tutorial'));
