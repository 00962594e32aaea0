import type { CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import type { Tombstone } from './stored-note.ts';

/** The global index of a person's notes in the order of their last change; notes of the tutorial's function are not in it. */
export const changeIndex = 'changes';

/** After the time in it (seconds) DynamoDB's TTL takes an item away. */
export const expiryAttribute = 'expiresAt' satisfies keyof Tombstone;

/**
 * The tutorial's table (`userId`, `noteId`) and a global index, which can also be added to a table that exists already.
 * The index holds whole notes, so that a page of changes is one query.
 */
export const notesTableDefinition = {
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'userId', AttributeType: 'S' },
    { AttributeName: 'noteId', AttributeType: 'S' },
    { AttributeName: 'changeKey', AttributeType: 'S' },
  ],
  KeySchema: [
    { AttributeName: 'userId', KeyType: 'HASH' },
    { AttributeName: 'noteId', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: changeIndex,
      KeySchema: [
        { AttributeName: 'userId', KeyType: 'HASH' },
        { AttributeName: 'changeKey', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
  ],
} satisfies Omit<CreateTableCommandInput, 'TableName'>;
