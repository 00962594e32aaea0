import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { deployed, stackOf } from './synthesised.ts';

const stacks = { prod: stackOf(), test: stackOf({ stage: 'test' }) };
const first = deployed(stacks.prod);
const second = deployed(stacks.test);

const Named = v.object({ Name: v.string() });
const Configured = v.pipe(
  v.record(v.string(), v.unknown()),
  v.transform((properties) => [properties, ...Object.values(properties)].filter((value) => v.is(Named, value))),
);

/** What AWS lets nobody have twice in an account, or what an alarm goes by. */
const names = (stack: typeof first) =>
  [
    'AWS::ApiGateway::RestApi',
    'AWS::CloudFront::CachePolicy',
    'AWS::CloudFront::Function',
    'AWS::CloudFront::OriginAccessControl',
    'AWS::CloudFront::ResponseHeadersPolicy',
  ].flatMap((type) => v.parse(Configured, stack.only(type).Properties).map(({ Name }) => Name));

const Role = v.object({
  Policies: v.tuple([
    v.object({ PolicyDocument: v.object({ Statement: v.array(v.object({ Resource: v.array(v.string()) })) }) }),
  ]),
});

describe('a second stage', () => {
  it('is a stack of its own, whose names are not those of the first', () => {
    expect([stacks.prod.stackName, stacks.test.stackName]).toEqual(['Satchel-prod', 'Satchel-test']);
    expect(names(first)).toHaveLength(5);
    expect(names(second)).toHaveLength(5);
    expect(names(second).filter((name) => names(first).includes(name))).toEqual([]);
  });

  it('lets its people at its own stage of its own API', () => {
    const { Policies } = v.parse(Role, second.only('AWS::IAM::Role', 'Identities').Properties);
    const routes = Policies[0].PolicyDocument.Statement.flatMap(({ Resource }) => Resource).filter((arn) =>
      arn.includes(':execute-api:'),
    );
    expect(routes).toHaveLength(5);
    for (const route of routes) expect(route.split('/')[1]).toBe('test');
  });

  it('has its own alarms tell of its own API', () => {
    const dimensions = second.all('AWS::CloudWatch::Alarm').map(({ Properties }) => Properties.Dimensions);
    expect(dimensions).toContainEqual([{ Name: 'ApiName', Value: 'Satchel-test' }]);
  });
});
