import { randomUUID } from 'node:crypto';
import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { dynamoNotesTable } from './dynamo-notes-table.ts';
import { createHandler } from './handler.ts';
import { createNotesApi } from './notes-api.ts';

/** The Lambda function. NOTES_TABLE names the table; its time-out must be FUNCTION_TIMEOUT or less. */
export const handler = createHandler(
  createNotesApi({
    table: dynamoNotesTable(client(), tableName()),
    now: () => Date.now(),
    newId: () => randomUUID(),
  }),
  (error) => console.error(error),
);

function client(): DynamoDBDocumentClient {
  const requestHandler = { connectionTimeout: 1_000, requestTimeout: 3_000, throwOnRequestTimeout: true };
  return DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 3, requestHandler }));
}

function tableName(): string {
  const name = process.env.NOTES_TABLE;
  if (!name) throw new Error('NOTES_TABLE, the name of the table, is not set.');
  return name;
}
