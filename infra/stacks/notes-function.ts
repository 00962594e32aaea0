import { Duration, RemovalPolicy } from 'aws-cdk-lib';
import { PolicyDocument, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Architecture, type Code, Function as LambdaFunction, Runtime } from 'aws-cdk-lib/aws-lambda';
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { FUNCTION_TIMEOUT } from '../notes-api/limits.ts';
import type { NotesTable } from './notes-table.ts';

export interface NotesFunctionProps {
  /** The file of infra/notes-api. */
  readonly code: NotesFunctionCode;
  readonly table: NotesTable;
}

export interface NotesFunctionCode {
  readonly code: Code;
  /** FILE.FUNCTION */
  readonly handler: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** What answers the notes API. It may do with the table what infra/notes-api/dynamo-notes-table.ts does, write its own log, and nothing else. */
export class NotesFunction extends Construct {
  readonly function: LambdaFunction;

  constructor(scope: Construct, id: string, { code, table }: NotesFunctionProps) {
    super(scope, id);
    const logGroup = new LogGroup(this, 'Log', {
      retention: RetentionDays.ONE_MONTH,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('lambda.amazonaws.com'),
      inlinePolicies: {
        notes: new PolicyDocument({
          statements: [
            new PolicyStatement({
              actions: ['dynamodb:GetItem', 'dynamodb:UpdateItem', 'dynamodb:Query'],
              resources: [table.tableArn],
            }),
            new PolicyStatement({ actions: ['dynamodb:Query'], resources: [table.changeIndexArn] }),
            new PolicyStatement({
              actions: ['logs:CreateLogStream', 'logs:PutLogEvents'],
              resources: [logGroup.logGroupArn],
            }),
          ],
        }),
      },
    });
    this.function = new LambdaFunction(this, 'Function', {
      description: 'The notes of Satchel: infra/notes-api',
      runtime: Runtime.NODEJS_24_X,
      architecture: Architecture.ARM_64,
      code: code.code,
      handler: code.handler,
      environment: { ...code.environment, NOTES_TABLE: table.tableName },
      memorySize: 512,
      timeout: Duration.millis(FUNCTION_TIMEOUT),
      role,
      logGroup,
    });
  }
}
