import { isRecord, valueIn } from '../../../../local-aws/cloudfront/template-values.ts';

const pseudo: ReadonlyMap<string, string> = new Map([
  ['AWS::Region', 'us-east-1'],
  ['AWS::AccountId', '123456789012'],
  ['AWS::Partition', 'aws'],
  [
    'AWS::StackId',
    'arn:aws:cloudformation:us-east-1:123456789012:stack/Satchel-prod/abc9dbf0-43c2-11e3-a6e8-50fa526be49c',
  ],
]);

type Node = Readonly<Record<string, unknown>>;

/**
 * Does what CloudFormation does with the functions that a template of ours uses, and throws for others. A bucket is called what the
 * template says, all else by its id there, and `ID.ATTRIBUTE` stands for what AWS would tell of it.
 */
export function resolveIntrinsics(template: Node): Node {
  const resources = isRecord(template.Resources) ? template.Resources : {};

  function named(name: string): string {
    const [id = name, attribute] = name.split('.');
    const resource = resources[id];
    const isBucket = isRecord(resource) && resource.Type === 'AWS::S3::Bucket';
    if (isBucket && attribute === 'Arn') return `arn:aws:s3:::${named(id)}`;
    const properties = isRecord(resource) ? resource.Properties : undefined;
    const isCalled = attribute === undefined && isRecord(properties) && 'BucketName' in properties;
    return isCalled ? String(valueIn(properties.BucketName, named)) : (pseudo.get(name) ?? name);
  }

  return { Resources: valueIn(template.Resources, named), Outputs: valueIn(template.Outputs, named) };
}
