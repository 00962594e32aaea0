/** What a template's names stand for once it is deployed: `AWS::Region`, the logical id of a resource, `ID.Attribute`. */
export type Named = (name: string) => string;

/** A value of a CloudFormation template with its functions carried out. One that is not known here is an error, not a guess. */
export function valueIn(value: unknown, named: Named): unknown {
  if (Array.isArray(value)) return value.map((one) => valueIn(one, named));
  if (!isRecord(value)) return value;
  const [name = '', ...more] = Object.keys(value);
  if (more.length > 0 || !(name === 'Ref' || name.startsWith('Fn::')))
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, valueIn(one, named)]));
  const argument = valueIn(value[name], named);
  const [first, second] = Array.isArray(argument) ? argument : [argument, undefined];
  if (name === 'Ref' && typeof first === 'string') return named(first);
  if (name === 'Fn::GetAtt') return named(`${first}.${second}`);
  if (name === 'Fn::Join' && Array.isArray(second)) return second.join(String(first));
  if (name === 'Fn::Split' && typeof second === 'string') return second.split(String(first));
  if (name === 'Fn::Select' && Array.isArray(second)) return second[Number(first)];
  throw new Error(`The embedded CloudFront does not know ${name} with ${JSON.stringify(value[name])}.`);
}

export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
