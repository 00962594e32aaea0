import { RemovalPolicy } from 'aws-cdk-lib';
import { CfnTable } from 'aws-cdk-lib/aws-dynamodb';
import { Construct } from 'constructs';
import { changeIndex, expiryAttribute, notesTableDefinition } from '../notes-api/table.ts';

/** The notes. The table is paid by request, can be put back to any second of the last 35 days, and is kept when the stack goes. */
export class NotesTable extends Construct {
  readonly tableName: string;
  readonly tableArn: string;
  readonly changeIndexArn: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    const { BillingMode, AttributeDefinitions, KeySchema, GlobalSecondaryIndexes } = notesTableDefinition;
    const table = new CfnTable(this, 'Table', {
      billingMode: BillingMode,
      attributeDefinitions: AttributeDefinitions.map(({ AttributeName, AttributeType }) => ({
        attributeName: AttributeName,
        attributeType: AttributeType,
      })),
      keySchema: KeySchema.map(keyPart),
      globalSecondaryIndexes: GlobalSecondaryIndexes.map((index) => ({
        indexName: index.IndexName,
        keySchema: index.KeySchema.map(keyPart),
        projection: { projectionType: index.Projection.ProjectionType },
      })),
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      timeToLiveSpecification: { attributeName: expiryAttribute, enabled: true },
      deletionProtectionEnabled: true,
    });
    // Also when its making is taken back: its protection would stop that halfway. Its name is new each time.
    table.applyRemovalPolicy(RemovalPolicy.RETAIN);
    this.tableName = table.ref;
    this.tableArn = table.attrArn;
    this.changeIndexArn = `${table.attrArn}/index/${changeIndex}`;
  }
}

const keyPart = ({ AttributeName, KeyType }: { AttributeName: string; KeyType: string }) => ({
  attributeName: AttributeName,
  keyType: KeyType,
});
