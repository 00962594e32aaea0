import type { AwsRequest } from '../service.ts';
import { account } from '../settings.ts';

/** One of the API's methods, and the path parameters of this request as they were sent. */
export interface Route {
  readonly resource: '/notes' | '/notes/{id}';
  readonly pathParameters: { readonly id: string } | null;
  /** The path below the stage, as it was sent. */
  readonly path: string;
}

const methods: Readonly<Record<Route['resource'], readonly string[]>> = {
  '/notes': ['GET', 'POST'],
  '/notes/{id}': ['GET', 'PUT', 'DELETE'],
};

/** undefined: the API has no such stage, path or method. */
export function findRoute({ method, url }: Pick<AwsRequest, 'method' | 'url'>): Route | undefined {
  const route = matchPath(url.pathname);
  return route !== undefined && methods[route.resource].includes(method) ? route : undefined;
}

export const isStage = ({ pathname }: URL): boolean => pathname.split('/')[1] === account.stage;

export const isPath = ({ pathname }: URL): boolean => matchPath(pathname) !== undefined;

function matchPath(pathname: string): Route | undefined {
  const [, stage, name, id, ...rest] = pathname.split('/');
  if (stage !== account.stage || name !== 'notes' || id === '' || rest.length > 0) return undefined;
  const path = pathname.slice(`/${stage}`.length);
  return id === undefined
    ? { resource: '/notes', pathParameters: null, path }
    : { resource: '/notes/{id}', pathParameters: { id }, path };
}

/** `GET /notes/{id}`; where there is no such method, what was asked for. */
export const operationName = ({ method, url }: Pick<AwsRequest, 'method' | 'url'>): string =>
  `${method} ${matchPath(url.pathname)?.resource ?? url.pathname}`;
