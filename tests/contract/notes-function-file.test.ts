import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundleNotesFunction } from '../../infra/notes-api/bundle.ts';
import type { DynamoServer } from './dynamo-server.ts';
import { startDynamoServer } from './dynamo-server.ts';
import type { FunctionInstance } from './function-instance.ts';
import { startInstance } from './function-instance.ts';
import { httpEvent, restEvent } from './gateway-events.ts';
import { describeNotesApi } from './notes-api.contract.ts';
import type { ApiRequest, NotesApiSubject, StartNotesApi } from './notes-api-subject.ts';
import { withCall } from './notes-api-subject.ts';

const dir = mkdtempSync(join(tmpdir(), 'satchel-function-'));
let dynamo: DynamoServer | undefined;
let instance: FunctionInstance | undefined;

beforeAll(async () => {
  bundleNotesFunction(dir);
  dynamo = await startDynamoServer();
  instance = startInstance({ dir, environment: dynamo.environment });
});
afterAll(async () => {
  await instance?.close();
  await dynamo?.close();
  rmSync(dir, { recursive: true });
});

/** The one instance has one table: who starts last has it. */
const theFile =
  (toEvent: (request: ApiRequest) => unknown): StartNotesApi =>
  async (items = []) => {
    const clock = { now: Date.UTC(2026, 10, 22) };
    await dynamo?.fill(items);
    const send: NotesApiSubject['send'] = async (request) => {
      if (instance === undefined) throw new Error('Only within a test.');
      const { statusCode, headers, body } = await instance.invoke(toEvent(request), clock.now);
      return { status: statusCode, headers: new Headers(headers), body: JSON.parse(body) };
    };
    return { ...withCall(send), clock, close: async () => {} };
  };

describeNotesApi('the file that is uploaded, behind a REST API', 'versioned', theFile(restEvent));
describeNotesApi('the file that is uploaded, behind an HTTP API', 'versioned', theFile(httpEvent));

describe('the file that is uploaded', () => {
  it.each([
    ['REST', restEvent({ method: 'GET', path: '/notes', as: '' })],
    ['HTTP', httpEvent({ method: 'GET', path: '/notes', as: '' })],
  ])('refuses a %s event of nobody', async (_kind, event) => {
    expect(await instance?.invoke(event)).toMatchObject({ statusCode: 403 });
  });

  it('names our own files in what it logs', async () => {
    await expect(instance?.invoke({ Records: [] })).rejects.toThrow(/\/api-event\.ts:\d+/);
  });
});
