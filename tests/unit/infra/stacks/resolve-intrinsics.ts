const pseudo: ReadonlyMap<unknown, string> = new Map([
  ['AWS::Region', 'us-east-1'],
  ['AWS::AccountId', '123456789012'],
  ['AWS::Partition', 'aws'],
  [
    'AWS::StackId',
    'arn:aws:cloudformation:us-east-1:123456789012:stack/Satchel-prod/abc9dbf0-43c2-11e3-a6e8-50fa526be49c',
  ],
]);

type Node = Readonly<Record<string, unknown>>;
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Does what CloudFormation does with the functions that a template of ours uses, and throws for others. A bucket is called what the
 * template says, all else by its id there, and `ID.ATTRIBUTE` stands for what AWS would tell of it.
 */
export function resolveIntrinsics(template: Node): Node {
  const resource = (id: unknown): Node => {
    const found = isNode(template.Resources) ? template.Resources[String(id)] : undefined;
    return isNode(found) ? found : {};
  };

  function resolve(value: unknown): unknown {
    if (Array.isArray(value)) return value.map(resolve);
    if (!isNode(value)) return value;
    const [[name, argument] = ['', undefined], ...more] = Object.entries(value);
    if (more.length === 0 && name === 'Ref') return nameOf(argument);
    if (more.length === 0 && name.startsWith('Fn::')) return call(name, resolve(argument));
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolve(inner)]));
  }

  function nameOf(id: unknown): unknown {
    const { Properties } = resource(id);
    return pseudo.get(id) ?? (isNode(Properties) && 'BucketName' in Properties ? resolve(Properties.BucketName) : id);
  }

  function call(name: string, argument: unknown): unknown {
    const [first, second]: readonly unknown[] = Array.isArray(argument) ? argument : [];
    if (name === 'Fn::GetAtt') {
      const isBucketArn = resource(first).Type === 'AWS::S3::Bucket' && second === 'Arn';
      return isBucketArn ? `arn:aws:s3:::${nameOf(first)}` : `${first}.${second}`;
    }
    if (name === 'Fn::Join' && Array.isArray(second)) return second.join(String(first));
    if (name === 'Fn::Split') return String(second).split(String(first));
    if (name === 'Fn::Select' && Array.isArray(second)) return second[Number(first)];
    throw new Error(`${name} is not played.`);
  }

  return { Resources: resolve(template.Resources), Outputs: resolve(template.Outputs) };
}
