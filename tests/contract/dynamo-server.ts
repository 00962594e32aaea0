import { once } from 'node:events';
import { CreateTableCommand, DeleteTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, PutCommand } from '@aws-sdk/lib-dynamodb';
import dynalite from 'dynalite';
import { notesTableDefinition } from '../../infra/notes-api/table.ts';
import type { Item } from './notes-api-subject.ts';

/** DynamoDB over HTTP, as the function that is uploaded reaches it, with the notes table in it. */
export interface DynamoServer {
  /** What a function needs in its environment. */
  readonly environment: Readonly<Record<string, string>>;
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Makes the table anew, with these items in it. */
  fill(items: readonly Item[]): Promise<void>;
  close(): Promise<void>;
}

const TableName = 'notes';
const credentials = { accessKeyId: 'ASIATEST', secretAccessKey: 'secret' };

export async function startDynamoServer(): Promise<DynamoServer> {
  const server = dynalite({ createTableMs: 0, deleteTableMs: 0 });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const endpoint = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`;
  const dynamo = new DynamoDBClient({ region: 'us-east-1', endpoint, credentials });
  const client = DynamoDBDocumentClient.from(dynamo);

  return {
    environment: {
      AWS_REGION: 'us-east-1',
      AWS_ACCESS_KEY_ID: credentials.accessKeyId,
      AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
      AWS_ENDPOINT_URL_DYNAMODB: endpoint,
      NOTES_TABLE: TableName,
    },
    client,
    tableName: TableName,
    async fill(items) {
      if ((await statusOf(dynamo)) === 'ACTIVE') await dynamo.send(new DeleteTableCommand({ TableName }));
      while ((await statusOf(dynamo)) !== undefined);
      await dynamo.send(new CreateTableCommand({ TableName, ...notesTableDefinition }));
      while ((await statusOf(dynamo)) !== 'ACTIVE');
      for (const Item of items) await client.send(new PutCommand({ TableName, Item }));
    },
    async close() {
      dynamo.destroy();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** undefined: there is no table. */
async function statusOf(dynamo: DynamoDBClient): Promise<string | undefined> {
  try {
    return (await dynamo.send(new DescribeTableCommand({ TableName }))).Table?.TableStatus;
  } catch (error) {
    if (error instanceof Error && error.name === 'ResourceNotFoundException') return undefined;
    throw error;
  }
}
