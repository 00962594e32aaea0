import { mkdir } from 'node:fs/promises';
import { CreateTableCommand, DescribeTableCommand, DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Store } from 'dynalite/db/index.js';
import engine from 'dynalite/db/index.js';
import { notesTableDefinition } from '../../infra/notes-api/table.ts';
import { PlainError } from '../plain-error.ts';
import { account } from '../settings.ts';
import { dynaliteTransport } from './dynalite-transport.ts';

/** A DynamoDB inside this process, with the notes table in it. */
export interface EmbeddedDynamo {
  readonly client: DynamoDBDocumentClient;
  readonly tableName: string;
  /** Empties the table. */
  clear(): Promise<void>;
  /** Resolves once everything is on disk and the folder is free for another process. */
  close(): Promise<void>;
}

/** `dir`: where its files are kept, and found again; null: in memory. */
export async function openEmbeddedDynamo(dir: string | null): Promise<EmbeddedDynamo> {
  const store = await openStore(dir);
  const dynamo = new DynamoDBClient({
    region: account.region,
    endpoint: 'https://dynamodb.invalid',
    credentials: { accessKeyId: 'embedded', secretAccessKey: 'embedded' },
    maxAttempts: 1,
    requestHandler: dynaliteTransport(store),
  });
  await createTable(dynamo, account.table);
  return {
    client: DynamoDBDocumentClient.from(dynamo),
    tableName: account.table,
    async clear() {
      await store.db.clear();
      await createTable(dynamo, account.table);
    },
    async close() {
      dynamo.destroy();
      await store.db.close();
    },
  };
}

async function openStore(dir: string | null): Promise<Store> {
  if (dir !== null) await mkdir(dir, { recursive: true });
  const store = engine.create({ createTableMs: 0, ...(dir !== null && { path: dir }) });
  try {
    await store.db.open();
  } catch (error) {
    const reason = error instanceof Error && error.cause instanceof Error ? error.cause.message : String(error);
    throw new PlainError([
      `${dir} cannot be opened (${reason}).`,
      'Another embedded AWS may be using it. LOCAL_AWS_DIR sets another folder.',
    ]);
  }
  return store;
}

/** A table that is there already stays as it is. Resolves once requests to it are answered. */
async function createTable(dynamo: DynamoDBClient, name: string): Promise<void> {
  try {
    await dynamo.send(new CreateTableCommand({ TableName: name, ...notesTableDefinition }));
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ResourceInUseException') throw error;
  }
  let status: string | undefined;
  while (status !== 'ACTIVE') {
    await new Promise((resolve) => setImmediate(resolve));
    const described = await dynamo.send(new DescribeTableCommand({ TableName: name }));
    status = described.Table?.TableStatus;
  }
}
