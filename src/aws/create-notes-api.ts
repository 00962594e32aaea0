import * as v from 'valibot';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { ApiAnswer } from './amplify-api.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { NotesApi, Pulled, WireNote, Written } from './notes-api.ts';
import { garbled, refusal, strange } from './notes-api-errors.ts';
import type { SignedRequest } from './notes-request.ts';
import { readPulled } from './pulled.ts';
import { WireNoteSchema } from './wire-note.ts';
import { AcceptedSchema, conflict, DoneSchema } from './written.ts';

interface NotesApiParts {
  readonly send: SignedRequest;
  /** ms */
  readonly now: () => number;
  /** Told of items that cannot be read. */
  readonly report: (problem: string) => void;
}

/** The notes API over signed requests. Answers are parsed here; nothing past this point sees raw JSON. */
export function createNotesApi({ send, now, report }: NotesApiParts): NotesApi {
  /** Sends, and reads a 200 with `read`; other statuses go through `otherwise` first, which may know better. */
  async function ask<T>(
    request: Parameters<SignedRequest>[0],
    read: (body: unknown, answer: ApiAnswer) => Result<T, AwsFailure>,
    otherwise: (body: unknown, answer: ApiAnswer) => Result<T, AwsFailure> | null = () => null,
  ): Promise<Result<T, AwsFailure>> {
    const sent = await send(request);
    if (!sent.ok) return sent;
    const { answer, body } = sent.value;
    if (answer.status !== 200) return otherwise(body, answer) ?? failed(refusal(answer, body, now()));
    return body === undefined ? failed(garbled(answer)) : read(body, answer);
  }

  return {
    pull: (since) =>
      ask<Pulled>({ method: 'GET', path: '/notes', query: { since } }, (body, { text }) =>
        readPulled(body, new TextEncoder().encode(text).length, report),
      ),

    read: (id) =>
      ask<WireNote | null>(
        { method: 'GET', path: pathOf(id) },
        (body, answer) => parsed(WireNoteSchema, body, answer, (note) => (note.id === id ? note : undefined)),
        (body) => (isMissing(body) ? succeeded(null) : null),
      ),

    write({ id, content, attachment, version }, profile) {
      if (profile === 'tutorial') {
        return ask<Written>({ method: 'PUT', path: pathOf(id), body: { content, attachment } }, done);
      }
      if (version === null) {
        return ask<Written>(
          { method: 'POST', path: '/notes', body: { noteId: id, content, attachment } },
          (body, answer) =>
            parsed(WireNoteSchema, body, answer, (note) =>
              note.id === id ? { kind: 'written', version: note.version, updatedAt: note.updatedAt } : undefined,
            ),
          stale,
        );
      }
      return ask<Written>({ method: 'PUT', path: pathOf(id), body: { content, attachment, version } }, accepted, stale);
    },

    remove(id, version, profile) {
      if (profile === 'tutorial') return ask<Written>({ method: 'DELETE', path: pathOf(id) }, done, gone);
      return ask<Written>(
        { method: 'DELETE', path: pathOf(id), query: { version: String(version) } },
        accepted,
        (body, answer) => gone(body) ?? stale(body, answer),
      );
    },
  };
}

const pathOf = (id: string) => `/notes/${encodeURIComponent(id)}`;

const accepted = (body: unknown, answer: ApiAnswer): Result<Written, AwsFailure> =>
  parsed(AcceptedSchema, body, answer, ({ version, updatedAt }) => ({ kind: 'written', version, updatedAt }));

const done = (body: unknown, answer: ApiAnswer): Result<Written, AwsFailure> =>
  parsed(DoneSchema, body, answer, () => ({ kind: 'written', version: 0, updatedAt: null }));

const stale = (body: unknown, answer: ApiAnswer) => (answer.status === 409 ? conflict(body, answer) : null);

const gone = (body: unknown): Result<Written, AwsFailure> | null =>
  isMissing(body) ? succeeded({ kind: 'written', version: 0, updatedAt: null }) : null;

/**
 * The function's own word that there is no such note: 404 on the versioned profile, 500 on the tutorial's. A 404 of the gateway,
 * whose `message` says that there is no such route, is something else and must not pass for a deleted note.
 */
const isMissing = (body: unknown): boolean => v.is(MissingSchema, body);

const MissingSchema = v.object({ error: v.pipe(v.string(), v.regex(/^(item|note) not found\b/i)) });

/** The parsed body, turned into what was asked for; what is none of that is an answer out of the contract. */
function parsed<T, U>(
  schema: v.GenericSchema<unknown, T>,
  body: unknown,
  { status, text }: ApiAnswer,
  turn: (value: T) => U | undefined,
): Result<U, AwsFailure> {
  const result = v.safeParse(schema, body);
  const value = result.success ? turn(result.output) : undefined;
  return value === undefined ? failed(strange(`HTTP ${status} ${text.slice(0, 1000)}`)) : succeeded(value);
}
