import type { Answer } from './answer.ts';
import { done, noteAsJson, notFound, nothingThere, refused } from './answer.ts';
import { NOTE_ID_BYTES } from './limits.ts';
import type { Change, Decision } from './note-changes.ts';
import { create, remove, update } from './note-changes.ts';
import { parseCreate, parseUpdate } from './note-input.ts';
import type { NotesTable } from './notes-table.ts';
import { TableBusyError } from './notes-table.ts';
import { readChanges } from './read-changes.ts';
import type { StoredNote } from './stored-note.ts';
import { present } from './stored-note.ts';

/** One request to the notes API, of a person that API Gateway has identified. */
export interface NotesRequest {
  readonly method: string;
  /** The federated identity id. */
  readonly userId: string;
  /** The id in the path; null for `/notes` itself. */
  readonly noteId: string | null;
  readonly query: Readonly<Record<string, string | undefined>>;
  readonly body: string | null;
}

export interface NotesApi {
  /** Answers; what throws here is a fault of ours or of DynamoDB. */
  handle(request: NotesRequest): Promise<Answer>;
}

export interface NotesApiParts {
  readonly table: NotesTable;
  /** This instance's clock; ms. */
  now(): number;
  /** An id for a note whose client did not give it one. */
  newId(): string;
}

/** How often a write is decided again because somebody else was faster. */
const ATTEMPTS = 5;

const busy = refused(429, 'Too many requests at once. Try again in a second.');

/** The versioned notes API: create, read, update and delete by version, tombstones, and changes since a cursor. */
export function createNotesApi({ table, now, newId }: NotesApiParts): NotesApi {
  /** Reads, decides, and writes on the condition that nothing has changed in between. */
  async function change(
    userId: string,
    noteId: string,
    decide: (stored: StoredNote | undefined, change: Change) => Decision,
  ): Promise<Answer> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const stored = await table.read(userId, noteId);
      const time = now();
      const { next, answer } = decide(present(stored, time), { userId, noteId, now: time });
      if (next === undefined || (await table.write(next, stored))) return answer;
    }
    return busy;
  }

  /** All that are there, in the order of ids, for clients of the tutorial's. */
  async function listAll(userId: string): Promise<Answer> {
    const notes: unknown[] = [];
    let after: string | null = null;
    do {
      const page = await table.list(userId, after);
      notes.push(...page.notes.flatMap((note) => (note.kind === 'live' ? [noteAsJson(note)] : [])));
      after = page.more ? (page.notes.at(-1)?.noteId ?? null) : null;
    } while (after !== null);
    return done(notes);
  }

  function onAll({ method, userId, query, body }: NotesRequest): Promise<Answer> | Answer {
    if (method === 'GET') {
      return query.since === undefined ? listAll(userId) : readChanges(table, userId, query.since, now());
    }
    if (method !== 'POST') return nothingThere;
    const parsed = parseCreate(body);
    if ('refusal' in parsed) return parsed.refusal;
    return change(userId, parsed.input.noteId ?? newId(), (stored, about) => create(stored, parsed.input, about));
  }

  async function onOne({ method, userId, query, body }: NotesRequest, noteId: string): Promise<Answer> {
    if (noteId === '' || Buffer.byteLength(noteId) > NOTE_ID_BYTES)
      return refused(400, 'The id in the path is not one.');
    if (method === 'GET') {
      const stored = await table.read(userId, noteId);
      return stored?.kind === 'live' ? done(noteAsJson(stored)) : notFound;
    }
    if (method === 'PUT') {
      const parsed = parseUpdate(body);
      if ('refusal' in parsed) return parsed.refusal;
      return change(userId, noteId, (stored, about) => update(stored, parsed.input, about));
    }
    if (method !== 'DELETE') return nothingThere;
    if (query.version !== undefined && !/^\d{1,15}$/.test(query.version)) {
      return refused(400, 'version must be a whole number, 0 or more.');
    }
    const version = query.version === undefined ? undefined : Number(query.version);
    return change(userId, noteId, (stored, about) => remove(stored, version, about));
  }

  return {
    async handle(request) {
      try {
        return await (request.noteId === null ? onAll(request) : onOne(request, request.noteId));
      } catch (error) {
        if (error instanceof TableBusyError) return busy;
        throw error;
      }
    },
  };
}
