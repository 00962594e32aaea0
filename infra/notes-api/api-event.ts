import * as v from 'valibot';
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
  requestContext: v.object({ identity: v.object({ cognitoIdentityId: v.nullish(v.string()) }) }),
});

/** An HTTP API's event (payload format 2.0). It has the path parameters decoded. */
const HttpEvent = v.object({
  ...common,
  version: v.literal('2.0'),
  requestContext: v.object({
    http: v.object({ method: v.string() }),
    authorizer: v.nullish(
      v.object({ iam: v.nullish(v.object({ cognitoIdentity: v.nullish(v.object({ identityId: v.string() })) })) }),
    ),
  }),
});

const ApiEvent = v.union([HttpEvent, RestEvent]);

/** A request that may lack what it takes to answer it: nobody identified, or an id that cannot be decoded (undefined). */
export interface EventRequest extends Omit<NotesRequest, 'userId' | 'noteId'> {
  readonly userId: string | null;
  readonly noteId: string | null | undefined;
}

/** Reads an event of API Gateway. The user is whom API Gateway names; nothing that a client can send is looked at. */
export function readEvent(event: unknown): EventRequest {
  const parsed = v.parse(ApiEvent, event);
  const { body } = parsed;
  const shared = {
    query: parsed.queryStringParameters ?? {},
    body: body !== null && parsed.isBase64Encoded ? Buffer.from(body, 'base64').toString() : body,
  };
  const id = parsed.pathParameters?.id ?? null;
  if ('version' in parsed) {
    const { http, authorizer } = parsed.requestContext;
    const userId = authorizer?.iam?.cognitoIdentity?.identityId ?? null;
    return { ...shared, method: http.method, userId, noteId: id };
  }
  const userId = parsed.requestContext.identity.cognitoIdentityId ?? null;
  return { ...shared, method: parsed.httpMethod, userId, noteId: id === null ? null : decode(id) };
}

function decode(id: string): string | undefined {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}
