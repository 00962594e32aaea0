import * as v from 'valibot';
import { AwsError, type AwsRequest } from './service.ts';

/** One action of a service that speaks AWS JSON 1.1: takes the request's parsed body, gives the answer's. */
export type Action = (body: unknown, dialect: Dialect) => Promise<object>;
export type Actions = Readonly<Record<string, Action>>;

/** In what two such services differ. */
export interface Dialect {
  /** What stands before the action's name in X-Amz-Target. */
  readonly target: string;
  /** The error that a value outside of its constraints gets. */
  readonly invalidCode: string;
}

/** An action whose body is checked against `schema` first; members that the schema does not name are ignored, as on AWS. */
export function action<S extends v.GenericSchema>(
  schema: S,
  run: (input: v.InferOutput<S>) => object | Promise<object>,
): Action {
  return async (body, dialect) => {
    const parsed = v.safeParse(schema, body);
    if (!parsed.success) throw refusalOf(parsed.issues, dialect);
    return run(parsed.output);
  };
}

/** The action that X-Amz-Target asks for, or undefined where it is not for this service. */
export function actionName(request: AwsRequest, { target }: Dialect): string | undefined {
  const [service, name] = (request.headers.get('x-amz-target') ?? '').split('.');
  return service === target && request.method === 'POST' ? name : undefined;
}

/** Runs the action that the request asks for. Throws AwsError. */
export async function runAction(request: AwsRequest, actions: Actions, dialect: Dialect): Promise<Response> {
  const name = actionName(request, dialect);
  const run = name === undefined || !Object.hasOwn(actions, name) ? undefined : actions[name];
  if (run === undefined) throw new AwsError('UnknownOperationException', `Unknown operation ${name ?? ''}`.trim());
  return answer(200, await run(bodyOf(request), dialect), {});
}

/** The refusal as this protocol puts it: the name in `__type` and in x-amzn-errortype, where browsers' clients look first. */
export function refuseInJson(error: AwsError): Response {
  return answer(
    error.status,
    { __type: error.code, message: error.message },
    { 'x-amzn-errortype': `${error.code}:`, 'x-amzn-errormessage': error.message },
  );
}

function answer(status: number, body: object, headers: Record<string, string>): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/x-amz-json-1.1', ...headers },
  });
}

function bodyOf(request: AwsRequest): unknown {
  try {
    const body: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(request.body));
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body;
  } catch (error) {
    throw new AwsError('SerializationException', `The body is not JSON (${error}).`);
  }
  throw new AwsError('SerializationException', 'The body is not a JSON object.');
}

/** AWS tells a value of the wrong JSON type from one that is missing or outside of its constraints. */
function refusalOf(issues: readonly [v.BaseIssue<unknown>, ...v.BaseIssue<unknown>[]], dialect: Dialect): AwsError {
  const ofWrongType = issues.find((issue) => issue.kind === 'schema' && !isMissing(issue));
  if (ofWrongType) {
    return new AwsError('SerializationException', `${pathOf(ofWrongType)} must be of type ${ofWrongType.type}.`);
  }
  const found = issues.map((issue) =>
    isMissing(issue)
      ? `Value null at '${pathOf(issue)}' failed to satisfy constraint: Member must not be null`
      : `Value at '${pathOf(issue)}' failed to satisfy constraint: ${issue.message}`,
  );
  const errors = found.length === 1 ? 'error' : 'errors';
  return new AwsError(dialect.invalidCode, `${found.length} validation ${errors} detected: ${found.join('; ')}`);
}

const isMissing = (issue: v.BaseIssue<unknown>): boolean =>
  issue.kind === 'schema' && (issue.input === undefined || issue.input === null);

function pathOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? 'body';
  return path.charAt(0).toLowerCase() + path.slice(1);
}
