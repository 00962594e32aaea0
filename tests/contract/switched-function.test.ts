import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bundleNotesFunction } from '../../infra/notes-api/bundle.ts';
import { createTutorialHandler } from '../../local-aws/notes-api/tutorial-api.ts';
import type { DynamoServer } from './dynamo-server.ts';
import { startDynamoServer } from './dynamo-server.ts';
import type { FunctionInstance } from './function-instance.ts';
import { startInstance } from './function-instance.ts';
import { restEvent } from './gateway-events.ts';
import type { ApiAnswer } from './notes-api-subject.ts';
import { ann, noteId } from './notes-api-subject.ts';

/** docs/moving-in.md, "Your function, in place": a table that the tutorial's function has filled goes on under the file that is uploaded. */

const dir = mkdtempSync(join(tmpdir(), 'satchel-function-'));
let dynamo: DynamoServer | undefined;
let instance: FunctionInstance | undefined;

beforeAll(async () => {
  bundleNotesFunction(dir);
  dynamo = await startDynamoServer();
  instance = startInstance({ dir, environment: dynamo.environment });
}, 60_000);
afterAll(async () => {
  await instance?.close();
  await dynamo?.close();
  rmSync(dir, { recursive: true });
});

function running(): { dynamo: DynamoServer; instance: FunctionInstance } {
  if (dynamo === undefined || instance === undefined) throw new Error('Only within a test.');
  return { dynamo, instance };
}

type Ask = (method: string, path: string, body?: unknown) => Promise<Pick<ApiAnswer, 'status' | 'body'>>;

const asking =
  (handle: (event: unknown) => Promise<{ readonly statusCode: number; readonly body: string }>): Ask =>
  async (method, path, body) => {
    const request = { method, path, as: ann, ...(body !== undefined && { body: JSON.stringify(body) }) };
    const answer = await handle(restEvent(request));
    return { status: answer.statusCode, body: JSON.parse(answer.body) };
  };

/** The tutorial's function and ours, over the same table. */
const theirs: Ask = (...asked) => {
  const { client, tableName } = running().dynamo;
  const newId = () => '7f1c2b60-0000-11e8-8000-000000000001';
  return asking(createTutorialHandler({ client, tableName, now: () => 1_530_000_000_000, newId }))(...asked);
};
const ours: Ask = asking((event) => running().instance.invoke(event));

const [milk, bread, tea] = [noteId(1), noteId(2), noteId(3)];

describe('A table that the tutorial’s function has filled, after the switch', () => {
  beforeEach(async () => {
    await running().dynamo.fill([]);
    await theirs('POST', '/notes', { content: 'made by POST', attachment: '1530000000000-plan.pdf' });
    for (const id of [milk, bread, tea]) await theirs('PUT', `/notes/${id}`, { content: id });
  });

  it('lists what it listed, each note as version 0', async () => {
    const listed = Object((await theirs('GET', '/notes')).body);
    expect(listed).toHaveLength(4);
    const now = await ours('GET', '/notes');
    expect(now.body).toEqual(listed.map((note: object) => ({ ...note, version: 0 })));
    expect((await ours('GET', '/notes?since=0')).body).toMatchObject({
      notes: Object(now.body),
      deleted: [],
      more: false,
    });
  });

  it('changes and deletes by version, shows a conflict, and tells each change to who follows the cursor', async () => {
    const { cursor } = Object((await ours('GET', '/notes?since=0')).body);
    const change = (content: string, version: number) =>
      ours('PUT', `/notes/${milk}`, { content, attachment: null, version });
    expect(await change('changed', 0)).toMatchObject({ status: 200, body: { version: 1 } });
    expect(await change('changed elsewhere', 0)).toMatchObject({
      status: 409,
      body: { note: { content: 'changed', version: 1 } },
    });
    expect(await ours('DELETE', `/notes/${bread}?version=0`)).toMatchObject({ status: 200, body: { version: 1 } });
    expect((await ours('GET', `/notes?since=${cursor}`)).body).toMatchObject({
      notes: [{ noteId: milk, content: 'changed', version: 1 }],
      deleted: [{ noteId: bread, version: 1 }],
    });
  });

  it('still serves a client that knows of no versions', async () => {
    const made = Object((await ours('POST', '/notes', { content: 'new', attachment: null })).body);
    expect(await ours('PUT', `/notes/${tea}`, { content: 'green tea' })).toMatchObject({ body: { status: true } });
    expect(await ours('DELETE', `/notes/${bread}`)).toMatchObject({ body: { status: true } });
    const left = Object((await ours('GET', '/notes')).body).map((note: { noteId: string }) => note.noteId);
    expect(left).toContain(made.noteId);
    expect(left).toContain(tea);
    expect(left).not.toContain(bread);
    expect((await ours('GET', `/notes/${tea}`)).body).toMatchObject({ content: 'green tea', version: 1 });
  });

  it('carries what has to go before the tutorial’s function has it back', async () => {
    await ours('PUT', `/notes/${milk}`, { content: 'changed', version: 0 });
    await ours('DELETE', `/notes/${bread}`);
    const { client, tableName } = running().dynamo;
    const attributesOf = async (id: string) => {
      const { Item } = await client.send(new GetCommand({ TableName: tableName, Key: { userId: ann, noteId: id } }));
      return Object.keys(Item ?? {}).sort();
    };
    const added = ['changeKey', 'updatedAt', 'version'];
    expect(await attributesOf(tea)).toEqual(['attachment', 'content', 'noteId', 'userId']);
    expect(await attributesOf(milk)).toEqual(['attachment', 'content', 'noteId', 'userId', ...added].sort());
    expect(await attributesOf(bread)).toEqual(['deleted', 'expiresAt', 'noteId', 'userId', ...added].sort());
  });
});
