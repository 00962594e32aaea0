import type { AwsRequest } from '../service.ts';
import { account } from '../settings.ts';
import type { Route } from './route.ts';

/**
 * What a REST API hands to a function (Lambda proxy integration, payload format 1.0). Path parameters stay percent-encoded, of a
 * repeated query parameter the last one counts.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html#api-gateway-simple-proxy-for-lambda-input-format
 */
export function restEvent(request: AwsRequest, route: Route, identityId: string, requestId: string) {
  const query = [...request.url.searchParams];
  return {
    resource: route.resource,
    path: route.path,
    httpMethod: request.method,
    headers: Object.fromEntries(request.headers),
    multiValueHeaders: Object.fromEntries([...request.headers].map(([name, value]) => [name, [value]])),
    queryStringParameters: query.length > 0 ? Object.fromEntries(query) : null,
    multiValueQueryStringParameters:
      query.length > 0
        ? Object.fromEntries(query.map(([name]) => [name, request.url.searchParams.getAll(name)]))
        : null,
    pathParameters: route.pathParameters,
    stageVariables: null,
    requestContext: {
      accountId: account.id,
      apiId: account.apiId,
      stage: account.stage,
      resourcePath: route.resource,
      httpMethod: request.method,
      path: request.url.pathname,
      requestId,
      identity: {
        accountId: account.id,
        cognitoIdentityId: identityId,
        cognitoIdentityPoolId: account.identityPoolId,
        cognitoAuthenticationType: 'authenticated',
        sourceIp: '127.0.0.1',
        userAgent: request.headers.get('user-agent'),
      },
    },
    body: request.body.length > 0 ? Buffer.from(request.body).toString() : null,
    isBase64Encoded: false,
  };
}
