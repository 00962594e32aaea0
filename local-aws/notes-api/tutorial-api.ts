import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { DeleteCommand, GetCommand, PutCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import * as v from 'valibot';
import type { ApiResult, Handler } from '../../infra/notes-api/handler.ts';
import type { TutorialRequest } from './tutorial-event.ts';
import { readTutorialEvent } from './tutorial-event.ts';

export interface TutorialParts {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  now(): number;
  newId(): string;
}

/**
 * The contract of the tutorial's function, as of 2020, with its quirks: one query for the whole list, however long; an update that
 * creates; nothing checked; 500 for whatever goes wrong. Where the table has been used by our own function before, tombstones are
 * passed over, and a note that is written here is one of the tutorial's again (no version).
 */
export function createTutorialHandler({ client, tableName, now, newId }: TutorialParts): Handler {
  const TableName = tableName;

  async function create(userId: string, body: string | null): Promise<unknown> {
    const { content, attachment } = parseBody(body);
    const Item = { userId, noteId: newId(), content, attachment, createdAt: now() };
    await client.send(new PutCommand({ TableName, Item }));
    return Item;
  }

  async function list(userId: string): Promise<unknown> {
    const { Items } = await client.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'userId = :user',
        FilterExpression: 'attribute_not_exists(deleted)',
        ExpressionAttributeValues: { ':user': userId },
      }),
    );
    return Items?.map(withoutBookkeeping);
  }

  async function read(userId: string, noteId: string): Promise<unknown> {
    const { Item } = await client.send(new GetCommand({ TableName, Key: { userId, noteId } }));
    if (Item === undefined || Item.deleted === true) throw new Error('Item not found.');
    return withoutBookkeeping(Item);
  }

  async function update(userId: string, noteId: string, body: string | null): Promise<unknown> {
    const { content, attachment } = parseBody(body);
    await client.send(
      new UpdateCommand({
        TableName,
        Key: { userId, noteId },
        UpdateExpression:
          'SET content = :content, attachment = :attachment REMOVE version, updatedAt, changeKey, deleted, expiresAt',
        // An empty text becomes null as well: the tutorial's function writes `data.content || null`.
        ExpressionAttributeValues: { ':content': content || null, ':attachment': attachment || null },
      }),
    );
    return { status: true };
  }

  async function remove(userId: string, noteId: string): Promise<unknown> {
    await client.send(new DeleteCommand({ TableName, Key: { userId, noteId } }));
    return { status: true };
  }

  function answer({ method, userId, noteId, body }: TutorialRequest): Promise<unknown> {
    if (noteId === null) return method === 'POST' ? create(userId, body) : list(userId);
    if (method === 'PUT') return update(userId, noteId, body);
    return method === 'DELETE' ? remove(userId, noteId) : read(userId, noteId);
  }

  return async (event) => {
    try {
      return result(200, await answer(readTutorialEvent(event)));
    } catch (error) {
      return result(500, { error: error instanceof Error ? error.message : String(error) });
    }
  };
}

const Body = v.object({ content: v.optional(v.unknown()), attachment: v.optional(v.unknown()) });

const parseBody = (body: string | null) => v.parse(Body, JSON.parse(body ?? 'null'));

function withoutBookkeeping(item: Readonly<Record<string, unknown>>): unknown {
  const { version, updatedAt, changeKey, ...rest } = item;
  return rest;
}

const result = (statusCode: number, body: unknown): ApiResult => ({
  statusCode,
  headers: { 'access-control-allow-origin': '*', 'access-control-allow-credentials': 'true' },
  body: JSON.stringify(body),
});
