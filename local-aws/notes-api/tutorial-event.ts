import * as v from 'valibot';

/** The little that the tutorial's function reads of an event. */
const TutorialEvent = v.object({
  httpMethod: v.string(),
  pathParameters: v.nullable(v.object({ id: v.string() })),
  body: v.nullable(v.string()),
  requestContext: v.object({ identity: v.object({ cognitoIdentityId: v.string() }) }),
});

export interface TutorialRequest {
  readonly method: string;
  readonly userId: string;
  readonly noteId: string | null;
  readonly body: string | null;
}

export function readTutorialEvent(event: unknown): TutorialRequest {
  const { httpMethod, pathParameters, body, requestContext } = v.parse(TutorialEvent, event);
  const userId = requestContext.identity.cognitoIdentityId;
  return { method: httpMethod, userId, noteId: pathParameters?.id ?? null, body };
}
