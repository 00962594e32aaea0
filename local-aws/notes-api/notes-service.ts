import { join } from 'node:path';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { noteAsJson } from '../../infra/notes-api/answer.ts';
import { dynamoNotesTable } from '../../infra/notes-api/dynamo-notes-table.ts';
import type { Handler } from '../../infra/notes-api/handler.ts';
import { createHandler } from '../../infra/notes-api/handler.ts';
import { createNotesApi } from '../../infra/notes-api/notes-api.ts';
import { parseStoredNote } from '../../infra/notes-api/stored-note.ts';
import type { AwsRequest, AwsService, Credentials, World } from '../service.ts';
import type { ApiProfile } from '../settings.ts';
import { account } from '../settings.ts';
import type { EmbeddedDynamo } from './embedded-dynamo.ts';
import { openEmbeddedDynamo } from './embedded-dynamo.ts';
import { gatewayRefusal, noSuchRoute, noSuchStage, notAuthorized, tooLong } from './gateway-refusals.ts';
import { restEvent } from './rest-event.ts';
import { findRoute, isStage, operationName } from './route.ts';
import { createTutorialHandler } from './tutorial-api.ts';
import { uuidV1 } from './uuid-v1.ts';

export interface NotesServiceParts {
  readonly world: World;
  /** Where the table is kept, in a folder `dynamodb`; null: in memory. */
  readonly dir: string | null;
  readonly profile: ApiProfile;
  /** Who signed the request; throws AwsError where the signature or the credentials are not good. */
  verify(request: AwsRequest): Promise<Credentials>;
  /** What IAM says. `resource`: an ARN. */
  authorize(request: {
    readonly identityId: string;
    readonly action: string;
    readonly resource: string;
  }): Promise<boolean>;
}

/** API Gateway, the notes function of the profile, and DynamoDB. */
export interface NotesService extends AwsService {
  /** What is stored, tombstones left out, by identity id. */
  notes(): Promise<Record<string, readonly unknown[]>>;
  reset(): Promise<void>;
  close(): Promise<void>;
}

/** API Gateway takes no longer requests; bytes. */
const REQUEST_BYTES = 10 * 1024 * 1024;

export async function createNotesService(parts: NotesServiceParts): Promise<NotesService> {
  const { world, dir, profile, verify, authorize } = parts;
  const dynamo = await openEmbeddedDynamo(dir && join(dir, 'dynamodb'));
  const run = handlerOf(profile, dynamo, world);

  async function handle(request: AwsRequest): Promise<Response> {
    const route = findRoute(request);
    if (route === undefined) throw isStage(request.url) ? noSuchRoute() : noSuchStage();
    if (request.body.length > REQUEST_BYTES) throw tooLong();
    const { identityId } = await verify(request);
    const api = `arn:aws:execute-api:${account.region}:${account.id}:${account.apiId}`;
    const resource = `${api}/${account.stage}/${request.method}${route.path}`;
    if (!(await authorize({ identityId, action: 'execute-api:Invoke', resource }))) throw notAuthorized(resource);
    const requestId = Buffer.from(world.randomBytes(16)).toString('hex');
    const { statusCode, headers, body } = await run(restEvent(request, route, identityId, requestId));
    const ours = { date: new Date(world.now()).toUTCString(), 'x-amzn-requestid': requestId };
    return new Response(body, { status: statusCode, headers: { ...headers, ...ours } });
  }

  return {
    name: 'notes',
    operation: operationName,
    handle,
    refuse: (error) => gatewayRefusal(error, world.now()),
    notes: () => storedNotes(dynamo),
    reset: dynamo.clear,
    close: dynamo.close,
  };
}

function handlerOf(profile: ApiProfile, { client, tableName }: EmbeddedDynamo, world: World): Handler {
  const shared = { now: () => world.now(), newId: () => uuidV1(world) };
  return profile === 'tutorial'
    ? createTutorialHandler({ client, tableName, ...shared })
    : createHandler(createNotesApi({ table: dynamoNotesTable(client, tableName), ...shared }), (error) =>
        console.error(error),
      );
}

async function storedNotes({ client, tableName }: EmbeddedDynamo): Promise<Record<string, readonly unknown[]>> {
  const byPerson = new Map<string, unknown[]>();
  let startKey: Record<string, unknown> | undefined;
  do {
    const page = await client.send(new ScanCommand({ TableName: tableName, ExclusiveStartKey: startKey }));
    for (const note of (page.Items ?? []).map(parseStoredNote)) {
      if (note.kind === 'live') byPerson.set(note.userId, [...(byPerson.get(note.userId) ?? []), noteAsJson(note)]);
    }
    startKey = page.LastEvaluatedKey;
  } while (startKey !== undefined);
  return Object.fromEntries(byPerson);
}
