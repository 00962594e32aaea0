import { AwsError } from '../service.ts';
import { account } from '../settings.ts';

/** No such stage of a REST API. */
export const noSuchStage = (): AwsError => new AwsError('ForbiddenException', 'Forbidden', 403);

/** No such path or method. API Gateway says the same as to an unsigned request. */
export const noSuchRoute = (): AwsError =>
  new AwsError('MissingAuthenticationTokenException', 'Missing Authentication Token', 403);

/** `resource`: the ARN, of which API Gateway shows the end of the account's number only. */
export function notAuthorized(resource: string): AwsError {
  const user = `arn:aws:sts::${account.id}:assumed-role/satchel-local-authenticated/CognitoIdentityCredentials`;
  const shown = resource.replace(account.id, `********${account.id.slice(-4)}`);
  return new AwsError(
    'AccessDeniedException',
    `User: ${user} is not authorized to perform: execute-api:Invoke on resource: ${shown}`,
    403,
  );
}

/** API Gateway takes 10 MB. */
export const tooLong = (): AwsError => new AwsError('RequestTooLargeException', 'Request Too Long', 413);

/** API Gateway's own answer; `now`: ms. IAM's refusals have a capital letter that the others have not. */
export function gatewayRefusal({ code, message, status }: AwsError, now: number): Response {
  const body = code === 'AccessDeniedException' ? { Message: message } : { message };
  return Response.json(body, {
    status,
    headers: { 'x-amzn-errortype': code, date: new Date(now).toUTCString() },
  });
}
