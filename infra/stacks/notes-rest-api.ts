import { Aws, Size, Validations } from 'aws-cdk-lib';
import {
  AuthorizationType,
  EndpointType,
  LambdaIntegration,
  MockIntegration,
  PassthroughBehavior,
  type Resource,
  ResponseType,
  RestApi,
} from 'aws-cdk-lib/aws-apigateway';
import type { IFunction } from 'aws-cdk-lib/aws-lambda';
import { Construct } from 'constructs';
import { answerCors, preflightCors } from '../notes-api/cors.ts';

export interface NotesRestApiProps {
  readonly stage: string;
  readonly function: IFunction;
}

/** The notes API: five routes that take requests signed by IAM alone, and the preflights of browsers, which cannot be signed. */
export class NotesRestApi extends Construct {
  readonly api: RestApi;
  readonly apiId: string;
  readonly stage: string;
  readonly origin: string;

  constructor(scope: Construct, id: string, { stage, function: handler }: NotesRestApiProps) {
    super(scope, id);
    this.stage = stage;
    this.api = new RestApi(this, 'Api', {
      // Alarms go by it: under another's name they would tell of another's errors.
      restApiName: `Satchel-${stage}`,
      description: 'The notes of Satchel',
      endpointTypes: [EndpointType.REGIONAL],
      // The role that API Gateway logs with is one for the whole account: an owner may have set another.
      cloudWatchRole: false,
      minCompressionSize: Size.kibibytes(1),
      deployOptions: { stageName: stage, throttlingRateLimit: 100, throttlingBurstLimit: 200 },
    });
    // An output of CDK's own. Ours are in satchel-stack.ts.
    this.api.node.tryRemoveChild('Endpoint');
    this.apiId = this.api.restApiId;
    this.origin = `https://${this.apiId}.execute-api.${Aws.REGION}.amazonaws.com`;

    const notes = this.api.root.addResource('notes');
    const note = notes.addResource('{id}');
    const answered = new LambdaIntegration(handler, { allowTestInvoke: false });
    const signed = { authorizationType: AuthorizationType.IAM };
    for (const method of ['GET', 'POST']) notes.addMethod(method, answered, signed);
    for (const method of ['GET', 'PUT', 'DELETE']) note.addMethod(method, answered, signed);
    for (const resource of [notes, note]) addPreflight(resource);
    this.addRefusals();
    this.explain();
  }

  /** What API Gateway answers by itself must be readable for the page, too: without CORS headers it would look like a lost network. */
  private addRefusals(): void {
    const refusals = { Client: ResponseType.DEFAULT_4XX, Server: ResponseType.DEFAULT_5XX };
    for (const [name, type] of Object.entries(refusals)) {
      this.api.addGatewayResponse(name, { type, responseHeaders: quoted(answerCors) });
    }
    this.api.addGatewayResponse('Throttled', {
      type: ResponseType.THROTTLED,
      responseHeaders: quoted({ ...answerCors, 'retry-after': '1' }),
    });
  }

  private explain(): void {
    const reasons = {
      'AwsSolutions-APIG1': 'Access logs need a role that is set for the whole account. The function logs what fails.',
      'AwsSolutions-APIG6': 'Execution logs need a role that is set for the whole account, and would hold the notes.',
      'AwsSolutions-APIG2':
        'The function checks every request by itself, and says in its answer what is wrong with it.',
      'AwsSolutions-APIG3':
        'A web ACL costs more than all the rest. Requests are signed, and throttled before the function.',
      'AwsSolutions-COG4': 'IAM authorises: a request must be signed with credentials that the identity pool gave.',
    };
    for (const [id, reason] of Object.entries(reasons)) Validations.of(this.api).acknowledge({ id, reason });
  }
}

/** API Gateway answers a preflight by itself with what infra/notes-api/cors.ts says. */
function addPreflight(resource: Resource): void {
  const statusCode = '204';
  const method = resource.addMethod(
    'OPTIONS',
    new MockIntegration({
      passthroughBehavior: PassthroughBehavior.NEVER,
      requestTemplates: { 'application/json': `{ "statusCode": ${statusCode} }` },
      integrationResponses: [{ statusCode, responseParameters: responseParameters(quoted(preflightCors)) }],
    }),
    {
      authorizationType: AuthorizationType.NONE,
      methodResponses: [{ statusCode, responseParameters: declared(preflightCors) }],
    },
  );
  Validations.of(method).acknowledge({
    id: 'AwsSolutions-APIG4',
    reason:
      'A browser sends preflights without credentials. They reach nothing: API Gateway answers them with fixed headers.',
  });
}

/** API Gateway takes a fixed value between single quotes. */
const quoted = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, `'${value}'`]));

const parameter = (header: string) => `method.response.header.${header}`;

const responseParameters = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [parameter(name), value]));

const declared = (headers: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.keys(headers).map((name) => [parameter(name), true]));
