import type { ApiRequest } from './notes-api-subject.ts';
import { ann } from './notes-api-subject.ts';

/** The stage stands in the path of an API's own address. Events have it in some places and in others not. */
const stage = 'prod';
const host = 'abc123.execute-api.us-east-1.amazonaws.com';

function parts({ method, path, headers = {}, body, as = ann }: ApiRequest) {
  const url = new URL(path, `https://${host}`);
  const id = url.pathname.split('/')[2];
  const resource = id === undefined ? '/notes' : '/notes/{id}';
  const sent = { host, 'content-type': 'application/json', 'x-amz-date': '20261122T000000Z', ...headers };
  return {
    method,
    headers: sent,
    body,
    as,
    id,
    resource,
    path: url.pathname,
    search: url.search,
    query: [...url.searchParams],
  };
}

const lists = (pairs: readonly (readonly [string, string])[]) =>
  Object.fromEntries(
    pairs.map(([name]) => [name, pairs.filter(([other]) => other === name).map(([, value]) => value)]),
  );

/**
 * What a REST API hands to a function. Path parameters stay percent-encoded, of a repeated query parameter the last one counts.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function restEvent(request: ApiRequest) {
  const { method, headers, body, as, id, resource, path, query } = parts(request);
  return {
    resource,
    path,
    httpMethod: method,
    headers,
    multiValueHeaders: lists(Object.entries(headers)),
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
    multiValueQueryStringParameters: query.length > 0 ? lists(query) : null,
    pathParameters: id === undefined ? null : { id },
    stageVariables: null,
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      authorizer: null,
      domainName: host,
      httpMethod: method,
      identity: {
        accessKey: 'ASIAEXAMPLE',
        accountId: '123456789012',
        apiKey: null,
        caller: 'AROAEXAMPLE:CognitoIdentityCredentials',
        clientCert: null,
        cognitoAuthenticationProvider: 'cognito-idp.us-east-1.amazonaws.com/us-east-1_pool:CognitoSignIn:sub',
        cognitoAuthenticationType: 'authenticated',
        cognitoIdentityId: as,
        cognitoIdentityPoolId: 'us-east-1:pool',
        sourceIp: '192.0.2.1',
        user: 'AROAEXAMPLE:CognitoIdentityCredentials',
        userAgent: 'Mozilla/5.0',
        userArn: 'arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials',
      },
      path: `/${stage}${path}`,
      protocol: 'HTTP/1.1',
      requestId: 'c6af9ac6-7b61-11e6-9a41-93e8deadbeef',
      resourcePath: resource,
      stage,
    },
    body: body ?? null,
    isBase64Encoded: false,
  };
}

/**
 * What an HTTP API hands to a function. Path parameters are decoded, repeated query parameters joined by commas, what there is none of
 * is left out, and a body may come as Base64.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
export function httpEvent(request: ApiRequest) {
  const { method, headers, body, as, id, resource, path, search, query } = parts(request);
  const joined = Object.entries(lists(query)).map(([name, values]) => [name, values.join(',')]);
  return {
    version: '2.0',
    routeKey: `${method} ${resource}`,
    rawPath: `/${stage}${path}`,
    rawQueryString: search.slice(1),
    cookies: ['theme=dark'],
    headers,
    ...(query.length > 0 && { queryStringParameters: Object.fromEntries(joined) }),
    ...(id !== undefined && { pathParameters: { id: decodeURIComponent(id) } }),
    requestContext: {
      accountId: '123456789012',
      apiId: 'abc123',
      authorizer: {
        iam: {
          accessKey: 'ASIAEXAMPLE',
          accountId: '123456789012',
          callerId: 'AROAEXAMPLE:CognitoIdentityCredentials',
          cognitoIdentity: { amr: ['authenticated'], identityId: as, identityPoolId: 'us-east-1:pool' },
          principalOrgId: null,
          userArn: 'arn:aws:sts::123456789012:assumed-role/authenticated/CognitoIdentityCredentials',
          userId: 'AROAEXAMPLE:CognitoIdentityCredentials',
        },
      },
      domainName: host,
      http: { method, path: `/${stage}${path}`, protocol: 'HTTP/1.1', sourceIp: '192.0.2.1', userAgent: 'Mozilla/5.0' },
      requestId: 'JKJaXmPLvHcESHA=',
      routeKey: `${method} ${resource}`,
      stage,
    },
    ...(body !== undefined && { body: Buffer.from(body).toString('base64') }),
    isBase64Encoded: body !== undefined,
  };
}
