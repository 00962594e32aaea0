import { isUtf8 } from 'node:buffer';
import * as v from 'valibot';
import type { Answer } from './answer.ts';
import { refused } from './answer.ts';
import { decodeId, noteAtPath } from './note-path.ts';
import type { NotesRequest } from './notes-api.ts';

const Words = v.optional(v.nullable(v.record(v.string(), v.optional(v.string()))), null);

const common = {
  pathParameters: Words,
  queryStringParameters: Words,
  body: v.optional(v.nullable(v.string()), null),
  isBase64Encoded: v.optional(v.boolean(), false),
};

/** A REST API's event (payload format 1.0). It has the path parameters as the client sent them, percent-encoded. */
const RestEvent = v.object({
  ...common,
  httpMethod: v.string(),
  path: v.optional(v.string(), '/notes'),
  requestContext: v.object({ identity: v.object({ cognitoIdentityId: v.nullish(v.string()) }) }),
});

/** An HTTP API's event (payload format 2.0). It has the path parameters decoded. */
const HttpEvent = v.object({
  ...common,
  version: v.literal('2.0'),
  rawPath: v.optional(v.string(), '/notes'),
  requestContext: v.object({
    http: v.object({ method: v.string() }),
    authorizer: v.nullish(
      v.object({ iam: v.nullish(v.object({ cognitoIdentity: v.nullish(v.object({ identityId: v.string() })) })) }),
    ),
  }),
});

const ApiEvent = v.union([HttpEvent, RestEvent]);

/** What an event says: who asks (null: nobody whom API Gateway has identified), how, and what, or why that cannot be read. */
export interface EventRequest extends Pick<NotesRequest, 'method'> {
  readonly userId: string | null;
  readonly asked: Pick<NotesRequest, 'noteId' | 'query' | 'body'> | Answer;
}

/** Reads an event of API Gateway. The user is whom API Gateway names; nothing that a client can send is looked at. */
export function readEvent(event: unknown): EventRequest {
  const parsed = v.parse(ApiEvent, event);
  const id = parsed.pathParameters?.id;
  if ('version' in parsed) {
    const { http, authorizer } = parsed.requestContext;
    const userId = authorizer?.iam?.cognitoIdentity?.identityId ?? null;
    const noteId = id ?? noteAtPath(parsed.rawPath);
    return { method: http.method, userId, asked: asked(noteId, parsed) };
  }
  const userId = parsed.requestContext.identity.cognitoIdentityId ?? null;
  const noteId = id === undefined ? noteAtPath(parsed.path) : decodeId(id);
  return { method: parsed.httpMethod, userId, asked: asked(noteId, parsed) };
}

function asked(
  noteId: string | null | Answer,
  { queryStringParameters, body, isBase64Encoded }: v.InferOutput<typeof ApiEvent>,
): EventRequest['asked'] {
  if (noteId !== null && typeof noteId !== 'string') return noteId;
  const bytes = Buffer.from(body ?? '', 'base64');
  if (isBase64Encoded && !isUtf8(bytes)) return refused(400, 'The body must be text in UTF-8.');
  return {
    noteId,
    query: queryStringParameters ?? {},
    body: body !== null && isBase64Encoded ? bytes.toString() : body,
  };
}
