import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundleNotesFunction } from '../../infra/notes-api/bundle.ts';
import type { DynamoServer } from './dynamo-server.ts';
import { startDynamoServer } from './dynamo-server.ts';
import type { FunctionInstance } from './function-instance.ts';
import { startInstance } from './function-instance.ts';
import { httpEvent, restEvent } from './gateway-events.ts';
import { noteId } from './notes-api-subject.ts';

const WRITERS = 50;
const ROUNDS = 2;
const SHARED = 10;

const dir = mkdtempSync(join(tmpdir(), 'satchel-function-'));
let dynamo: DynamoServer | undefined;
let instances: readonly FunctionInstance[] = [];
let calls = 0;

beforeAll(async () => {
  bundleNotesFunction(dir);
  dynamo = await startDynamoServer();
  await dynamo.fill([]);
  const { environment } = dynamo;
  // Clocks of instances may be a minute apart.
  instances = [-25_000, 0, 25_000].map((clockOffset) => startInstance({ dir, environment, clockOffset }));
}, 60_000);
afterAll(async () => {
  await Promise.all(instances.map((instance) => instance.close()));
  await dynamo?.close();
  rmSync(dir, { recursive: true });
});

/** One request, to one instance after another, by REST and HTTP events in turn; again where it is asked to try again. */
async function ask(method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }> {
  calls += 1;
  const request = { method, path, ...(body !== undefined && { body: JSON.stringify(body) }) };
  const event = calls % 2 === 0 ? restEvent(request) : httpEvent(request);
  const answer = await instances[calls % instances.length]?.invoke(event);
  if (answer === undefined) throw new Error('Only within a test.');
  return answer.statusCode === 429
    ? ask(method, path, body)
    : { status: answer.statusCode, body: JSON.parse(answer.body) };
}

/** What each write was answered: the versions of each note, with the mark that it left (null: a deletion). */
const answered = new Map<string, Map<number, string | null>>();

function remember(id: string, version: number, mark: string | null) {
  const versions = answered.get(id) ?? new Map<number, string | null>();
  expect(versions.has(version), `version ${version} of ${id} was promised twice`).toBe(false);
  answered.set(id, versions.set(version, mark));
}

/** How many writes of each note have been sent, and how many of them answered. */
const sent = new Map<string, number>();
const back = new Map<string, number>();
const count = (writes: Map<string, number>, id: string) => writes.set(id, (writes.get(id) ?? 0) + 1);

async function send(method: string, id: string, query: string, body?: unknown) {
  count(sent, id);
  const answer = await ask(method, `/notes/${id}${query}`, body);
  count(back, id);
  return answer;
}

/** Adds a line to a note that others write as well, again and again until it is the one whose version counts. */
async function addLine(id: string, mark: string): Promise<void> {
  let seen = { content: '', version: 0 };
  for (;;) {
    const content = `${seen.content}${mark}\n`;
    const { status, body } = await send('PUT', id, '', { content, attachment: null, version: seen.version });
    if (status === 200) return remember(id, Object(body).version, mark);
    expect(status).toBe(409);
    seen = Object(body).note;
  }
}

/** A person with a note of their own, which comes, changes without a version as an old client does it, and goes; and notes of all. */
async function write(writer: number): Promise<void> {
  const own = noteId(1_000 + writer);
  for (let round = 0; round < ROUNDS; round += 1) {
    await addLine(noteId((writer + round) % SHARED), `w${writer}r${round}`);
    const { body } = await send('PUT', own, '', { content: `round ${round}` });
    remember(own, Object(body).version, `round ${round}`);
    if (round % 2 === 1) {
      const deleted = await send('DELETE', own, `?version=${Object(body).version}`);
      expect(deleted.status).toBe(200);
      remember(own, Object(deleted.body).version, null);
    }
  }
}

const lastVersions = () => new Map([...answered].map(([id, versions]) => [id, Math.max(...versions.keys())]));

/**
 * A device that follows the cursor. After each reading it knows all that was answered before that began, or something newer; only a note
 * that is just being written may be in neither state in the index, and is told by a later reading (docs/decisions/0003-change-cursor.md).
 */
function startDevice() {
  const known = new Map<string, number>();
  const texts = new Map<string, string | null>();
  let since = '0';
  const learn = (id: string, version: number, content: string | null) => {
    if (version <= (known.get(id) ?? -1)) return;
    known.set(id, version);
    texts.set(id, content);
  };

  async function read(): Promise<void> {
    const sentBefore = new Map(sent);
    const promised = [...lastVersions()].filter(([id]) => sent.get(id) === back.get(id));
    for (let more = true; more; ) {
      const { status, body } = await ask('GET', `/notes?since=${since}`);
      expect(status).toBe(200);
      const page = Object(body);
      for (const note of page.notes) learn(note.noteId, note.version, note.content);
      for (const note of page.deleted) learn(note.noteId, note.version, null);
      ({ cursor: since, more } = page);
    }
    for (const [id, version] of promised) {
      if (sent.get(id) !== sentBefore.get(id)) continue;
      expect(known.get(id), `the device lacks ${id}`).toBeGreaterThanOrEqual(version);
    }
  }
  return { read, known, texts };
}

it('loses no write of 50 at once, and shows every device that follows the cursor all of them', async () => {
  let writing = true;
  const follow = async (device: ReturnType<typeof startDevice>) => {
    while (writing) await device.read();
  };
  const devices = [startDevice(), startDevice()];
  const written = Promise.all(Array.from({ length: WRITERS }, (_, writer) => write(writer))).finally(() => {
    writing = false;
  });
  await Promise.all([written, ...devices.map(follow)]);

  const late = startDevice();
  for (const device of [...devices, late]) {
    await device.read();
    expect(device.known).toEqual(lastVersions());
    for (let n = 0; n < SHARED; n += 1) {
      const versions = answered.get(noteId(n)) ?? new Map<number, string | null>();
      const inOrder = [...versions].sort(([a], [b]) => a - b);
      expect(inOrder.map(([version]) => version)).toEqual(inOrder.map((_, index) => index + 1));
      expect(device.texts.get(noteId(n))).toBe(inOrder.map(([, mark]) => `${mark}\n`).join(''));
    }
  }
  expect(late.texts).toEqual(devices[0]?.texts);
}, 60_000);
