import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { readDeploymentSettings } from '../../infra/deployment-settings.ts';
import { SatchelStack } from '../../infra/stacks/satchel-stack.ts';
import { isRecord, valueIn } from '../../local-aws/cloudfront/template-values.ts';

/** The template of the stack that somebody has who has set nothing, but for the code of its notes function. */
export function stackTemplate(): unknown {
  const read = readDeploymentSettings({}, undefined);
  if (read.kind === 'wrong') throw new Error(read.problems.join('\n'));
  const outdir = mkdtempSync(join(tmpdir(), 'satchel-stack-'));
  try {
    const app = new App({ outdir, analyticsReporting: false });
    const notesFunction = { code: Code.fromInline('//'), handler: 'index.handler', environment: {} };
    const stack = new SatchelStack(app, { settings: read.settings, notesFunction });
    return app.synth().getStackByName(stack.stackName).template;
  } finally {
    rmSync(outdir, { recursive: true });
  }
}

/** What the names in it could stand for once it is deployed. */
export const deployedAs = (name: string): string => deployedNames[name] ?? name;

const deployedNames: Readonly<Record<string, string>> = {
  'AWS::Region': 'eu-central-1',
  'AWS::AccountId': '111122223333',
  'AWS::Partition': 'aws',
  'AWS::URLSuffix': 'amazonaws.com',
  'AWS::StackId':
    'arn:aws:cloudformation:eu-central-1:111122223333:stack/Satchel-prod/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
};

/** The stack's outputs; a bucket has the name that the template gives it. */
export function outputsOf(template: unknown): Readonly<Record<string, string>> {
  const { Outputs, Resources } = isRecord(template) ? template : {};
  const named = (name: string): string => {
    const resource = isRecord(Resources) ? Resources[name] : undefined;
    const properties = isRecord(resource) && isRecord(resource.Properties) ? resource.Properties : {};
    return properties.BucketName === undefined ? deployedAs(name) : String(valueIn(properties.BucketName, deployedAs));
  };
  return Object.fromEntries(
    Object.entries(isRecord(Outputs) ? Outputs : {}).map(([name, output]) => {
      const value = valueIn(output, named);
      return [name, isRecord(value) ? String(value.Value) : ''];
    }),
  );
}
