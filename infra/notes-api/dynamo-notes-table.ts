import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import type { DynamoDBDocumentClient, QueryCommandInput } from '@aws-sdk/lib-dynamodb';
import { GetCommand, QueryCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { NotesPage, NotesTable } from './notes-table.ts';
import { TableBusyError } from './notes-table.ts';
import type { StoredNote } from './stored-note.ts';
import { attributesOf, parseStoredNote } from './stored-note.ts';
import { changeIndex } from './table.ts';

/** The notes in DynamoDB, in a table with the keys and the index of `notesTableDefinition`. */
export function dynamoNotesTable(client: Pick<DynamoDBDocumentClient, 'send'>, tableName: string): NotesTable {
  async function page(query: Omit<QueryCommandInput, 'TableName'>): Promise<NotesPage> {
    let startKey: QueryCommandInput['ExclusiveStartKey'];
    do {
      const answer = await unlessBusy(
        client.send(new QueryCommand({ ...query, TableName: tableName, ExclusiveStartKey: startKey })),
      );
      startKey = answer.LastEvaluatedKey;
      const notes = (answer.Items ?? []).map(parseStoredNote);
      if (notes.length > 0) return { notes, more: startKey !== undefined };
    } while (startKey !== undefined);
    return { notes: [], more: false };
  }

  return {
    async read(userId, noteId) {
      const Key = { userId, noteId };
      const answer = await unlessBusy(client.send(new GetCommand({ TableName: tableName, Key, ConsistentRead: true })));
      return answer.Item && parseStoredNote(answer.Item);
    },

    async write(next, seen) {
      const Key = { userId: next.userId, noteId: next.noteId };
      try {
        await unlessBusy(client.send(new UpdateCommand({ TableName: tableName, Key, ...updateTo(next, seen) })));
        return true;
      } catch (error) {
        if (error instanceof ConditionalCheckFailedException) return false;
        throw error;
      }
    },

    list: (userId, after) =>
      page({
        ConsistentRead: true,
        KeyConditionExpression: after === null ? 'userId = :user' : 'userId = :user AND noteId > :after',
        ExpressionAttributeValues: { ':user': userId, ...(after !== null && { ':after': after }) },
      }),

    changes: (userId, after) =>
      page({
        IndexName: changeIndex,
        KeyConditionExpression: 'userId = :user AND changeKey > :after',
        ExpressionAttributeValues: { ':user': userId, ':after': after },
      }),
  };
}

/** Versions never repeat while a note or its tombstone is there, so the version alone tells whether it is still the one seen. */
function updateTo(next: StoredNote, seen: StoredNote | undefined) {
  const attributes = Object.entries(attributesOf(next));
  const set = attributes.filter(([, value]) => value !== undefined);
  const remove = attributes.filter(([, value]) => value === undefined);
  const clauses = [
    `SET ${set.map(([name]) => `#${name} = :${name}`).join(', ')}`,
    ...(remove.length > 0 ? [`REMOVE ${remove.map(([name]) => `#${name}`).join(', ')}`] : []),
  ];
  const condition =
    seen === undefined
      ? 'attribute_not_exists(noteId)'
      : seen.version === 0
        ? 'attribute_exists(noteId) AND attribute_not_exists(#version)'
        : '#version = :seen';
  return {
    UpdateExpression: clauses.join(' '),
    ConditionExpression: condition,
    ExpressionAttributeNames: Object.fromEntries(attributes.map(([name]) => [`#${name}`, name])),
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([name, value]) => [`:${name}`, value])),
      ...(seen !== undefined && seen.version > 0 && { ':seen': seen.version }),
    },
  };
}

const throttles = new Set(['ProvisionedThroughputExceededException', 'ThrottlingException', 'RequestLimitExceeded']);

async function unlessBusy<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Error && throttles.has(error.name)) throw new TableBusyError(error.message, { cause: error });
    throw error;
  }
}
