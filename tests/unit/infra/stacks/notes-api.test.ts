import { describe, expect, it } from 'vitest';
import { deployed, stackOf } from './synthesised.ts';

const stack = deployed(stackOf());

describe('the notes function', () => {
  it('runs on Node 24 and ARM, for 15 seconds at most, and keeps its log for a month', () => {
    expect(stack.only('AWS::Lambda::Function').Properties).toMatchObject({
      Runtime: 'nodejs24.x',
      Architectures: ['arm64'],
      Timeout: 15,
      Environment: { Variables: { NOTES_TABLE: expect.stringMatching(/^NotesTable/) } },
      LoggingConfig: { LogGroup: expect.stringMatching(/^NotesFunctionLog/) },
    });
    expect(stack.only('AWS::Logs::LogGroup').Properties.RetentionInDays).toBe(30);
  });

  it('may be called by the five routes alone', () => {
    const callers = stack.all('AWS::Lambda::Permission').map(({ Properties }) => Properties);
    expect(new Set(callers.map(({ Principal }) => Principal))).toEqual(new Set(['apigateway.amazonaws.com']));
    const routes = callers.map(({ SourceArn }) => String(SourceArn).split('/').slice(2).join('/'));
    expect(routes.toSorted()).toEqual(['DELETE/notes/*', 'GET/notes', 'GET/notes/*', 'POST/notes', 'PUT/notes/*']);
  });
});

describe('the REST API', () => {
  const methods = stack.all('AWS::ApiGateway::Method').map(({ Properties }) => Properties);

  it('takes signed requests alone, but for preflights', () => {
    const authorised = methods.map(({ HttpMethod, AuthorizationType }) => `${HttpMethod} ${AuthorizationType}`);
    expect(authorised.toSorted()).toEqual([
      'DELETE AWS_IAM',
      'GET AWS_IAM',
      'GET AWS_IAM',
      'OPTIONS NONE',
      'OPTIONS NONE',
      'POST AWS_IAM',
      'PUT AWS_IAM',
    ]);
  });

  it('answers preflights by itself', () => {
    const preflights = methods.filter(({ HttpMethod }) => HttpMethod === 'OPTIONS');
    for (const { Integration } of preflights) {
      expect(Integration).toMatchObject({
        Type: 'MOCK',
        IntegrationResponses: [
          {
            StatusCode: '204',
            ResponseParameters: {
              'method.response.header.access-control-allow-origin': "'*'",
              'method.response.header.access-control-allow-methods': "'GET,POST,PUT,DELETE,OPTIONS'",
              'method.response.header.access-control-allow-headers': expect.stringContaining('X-Amz-Security-Token'),
            },
          },
        ],
      });
    }
  });

  it('shows a page the refusals of its own, with Date and Retry-After', () => {
    const refusals = stack.all('AWS::ApiGateway::GatewayResponse').map(({ Properties }) => Properties);
    const kinds = refusals.map(({ ResponseType }) => ResponseType);
    expect(kinds.toSorted()).toEqual(['DEFAULT_4XX', 'DEFAULT_5XX', 'THROTTLED']);
    for (const { ResponseParameters } of refusals) {
      expect(ResponseParameters).toMatchObject({
        'gatewayresponse.header.access-control-allow-origin': "'*'",
        'gatewayresponse.header.access-control-expose-headers': "'Date, Retry-After, x-amzn-ErrorType'",
      });
    }
    const throttled = refusals.find(({ ResponseType }) => ResponseType === 'THROTTLED');
    expect(throttled?.ResponseParameters).toMatchObject({ 'gatewayresponse.header.retry-after': "'1'" });
  });

  it('is throttled, in a stage of the name that was chosen', () => {
    const other = deployed(stackOf({ stage: 'test' }));
    expect(other.only('AWS::ApiGateway::Stage').Properties).toMatchObject({
      StageName: 'test',
      MethodSettings: [{ HttpMethod: '*', ResourcePath: '/*', ThrottlingRateLimit: 100, ThrottlingBurstLimit: 200 }],
    });
    expect(other.outputs.ApiUrl).toMatch(/^https:\/\/NotesApi\w+\.execute-api\.us-east-1\.amazonaws\.com\/test$/);
  });
});
