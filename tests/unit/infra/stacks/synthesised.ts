import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as v from 'valibot';
import { readDeploymentSettings } from '../../../../infra/deployment-settings.ts';
import { SatchelStack } from '../../../../infra/stacks/satchel-stack.ts';
import { resolveIntrinsics } from './resolve-intrinsics.ts';

/** The stack of an owner whose satchel.config.json holds `file`. The function's own file has a test elsewhere. */
export function stackOf(file: Readonly<Record<string, unknown>> = {}): SatchelStack {
  const read = readDeploymentSettings({}, file);
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'));
  const notesFunction = {
    code: Code.fromInline('exports.handler = () => undefined'),
    handler: 'index.handler',
    environment: {},
  };
  // What nobody reads here takes half of the time.
  const app = new App({ stackTraces: false, treeMetadata: false, analyticsReporting: false });
  return new SatchelStack(app, { settings: read.settings, notesFunction });
}

const Deployed = v.object({
  Resources: v.record(
    v.string(),
    v.object({
      Type: v.string(),
      DeletionPolicy: v.optional(v.string()),
      UpdateReplacePolicy: v.optional(v.string()),
      Properties: v.optional(v.record(v.string(), v.unknown()), {}),
    }),
  ),
  Outputs: v.record(v.string(), v.object({ Value: v.string() })),
});

type Resource = v.InferOutput<typeof Deployed>['Resources'][string];

/** A stack's template once CloudFormation has put the names of a made-up account into it. */
export interface DeployedStack {
  readonly outputs: Readonly<Record<string, string>>;
  all(type: string): readonly Resource[];
  /** The one of its type whose id in the template begins so; fails where there is none, or more. */
  only(type: string, id?: string): Resource;
}

export function deployed(stack: SatchelStack): DeployedStack {
  const { Resources, Outputs } = v.parse(Deployed, resolveIntrinsics(Template.fromStack(stack).toJSON()));
  const ofType = (type: string) => Object.entries(Resources).filter(([, resource]) => resource.Type === type);
  return {
    outputs: Object.fromEntries(Object.entries(Outputs).map(([name, { Value }]) => [name, Value])),
    all: (type) => ofType(type).map(([, resource]) => resource),
    only(type, id = '') {
      const [first, ...more] = ofType(type).filter(([name]) => name.startsWith(id));
      if (first === undefined || more.length > 0) throw new Error(`${type} ${id}: none, or ${more.length + 1}`);
      return first[1];
    },
  };
}
