import { readFile } from 'node:fs/promises';
import { build } from 'esbuild';
import * as v from 'valibot';
import { beforeAll, describe, expect, it } from 'vitest';
import role from '../../../infra/deploy/github-role.template.json' with { type: 'json' };

const file = new URL('../../../.github/workflows/deploy.yml', import.meta.url);

let parser: typeof import('@actions/workflow-parser');

beforeAll(async () => {
  // It imports JSON in a way that Node does not take.
  const all = { contents: "export * from '@actions/workflow-parser'", resolveDir: import.meta.dirname };
  const { outputFiles } = await build({ stdin: all, bundle: true, write: false, format: 'esm', platform: 'browser' });
  parser = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`);
});

/** What GitHub's own parser, schema and expressions have against a workflow; and the workflow, and what it was parsed to. */
async function parsed(content: string) {
  const { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } = parser;
  const { context, value } = parseWorkflow({ name: 'deploy.yml', content }, new NoOperationTraceWriter());
  const workflow = value === undefined ? undefined : await convertWorkflowTemplate(context, value);
  const problems = [
    ...context.errors.getErrors().map(({ message }) => message),
    ...(workflow?.errors ?? []).map(({ Message }) => Message),
  ];
  return { problems, workflow, value };
}

const Mapping = v.object({ map: v.array(v.object({ Key: v.unknown(), Value: v.unknown() })) });
const Sequence = v.object({ seq: v.array(v.unknown()) });

/** What the parser's tokens stand for, as they come in JSON. */
function plain(token: unknown): unknown {
  if (v.is(Sequence, token)) return token.seq.map(plain);
  if (v.is(Mapping, token)) return Object.fromEntries(token.map.map(({ Key, Value }) => [String(Key), plain(Value)]));
  return token;
}

describe('the workflow that deploys', () => {
  it('is one that GitHub takes', async () => {
    const { problems, workflow } = await parsed(await readFile(file, 'utf8'));
    expect(problems).toEqual([]);
    expect(workflow?.jobs.map(({ id }) => id.value)).toEqual(['deploy']);
  });

  it('may ask for AWS’s token in one job alone, where no package runs a script of its own as it is installed', async () => {
    const { value } = await parsed(await readFile(file, 'utf8'));
    const steps = { steps: v.array(v.object({ run: v.optional(v.string()), uses: v.optional(v.string()) })) };
    const job = v.object({ permissions: v.record(v.string(), v.string()), ...steps });
    const Workflow = v.object({ permissions: v.record(v.string(), v.string()), jobs: v.record(v.string(), job) });
    const { permissions, jobs } = v.parse(Workflow, plain(JSON.parse(JSON.stringify(value))));
    expect(permissions).toEqual({ contents: 'read' });
    expect(Object.entries(jobs).map(([id, one]) => [id, one.permissions])).toEqual([
      ['deploy', { contents: 'read', 'id-token': 'write' }],
    ]);
    const done = jobs.deploy?.steps.map(({ run, uses }) => run ?? uses?.replace(/@.*/, ''));
    expect(done).toEqual([
      'actions/checkout',
      'actions/setup-node',
      'npm ci --ignore-scripts',
      'aws-actions/configure-aws-credentials',
      'npm run deploy -- --stage "$STAGE"',
    ]);
  });

  it.each([
    ['a key that there is not', 'runs-on: ubuntu-latest', 'run-on: ubuntu-latest'],
    ['a permission that there is not', 'id-token: write', 'id-tokens: write'],
    ['an expression that does not end', "vars.AWS_DEPLOY_ROLE != '' }}", "vars.AWS_DEPLOY_ROLE != ' }}"],
  ])('would be refused with %s', async (_what, right, wrong) => {
    const text = await readFile(file, 'utf8');
    expect(text).toContain(right);
    expect((await parsed(text.replace(right, wrong))).problems).not.toEqual([]);
  });
});

describe('the role that it deploys as', () => {
  it('is for one branch of one repository, and may do what CDK’s own roles may, and write the site’s files', () => {
    const { AssumeRolePolicyDocument, Policies, ...others } = role.Resources.DeployRole.Properties;
    expect(others).toEqual({});
    const gitHub = 'oidc-provider/token.actions.githubusercontent.com';
    expect(AssumeRolePolicyDocument.Statement).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRoleWithWebIdentity',
        Principal: { Federated: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:${gitHub}` } },
        Condition: {
          StringEquals: {
            'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
            'token.actions.githubusercontent.com:sub': { 'Fn::Sub': `repo:\${Repository}:ref:refs/heads/\${Branch}` },
          },
        },
      },
    ]);
    expect(role.Resources.GitHub.Properties).toEqual({
      Url: 'https://token.actions.githubusercontent.com',
      ClientIdList: ['sts.amazonaws.com'],
    });
    const statements = Policies.flatMap(({ PolicyDocument }) => PolicyDocument.Statement);
    expect(statements.map(({ Sid, ...statement }) => statement)).toEqual([
      {
        Effect: 'Allow',
        Action: 'sts:AssumeRole',
        Resource: { 'Fn::Sub': `arn:aws:iam::\${AWS::AccountId}:role/cdk-hnb659fds-*` },
      },
      {
        Effect: 'Allow',
        Action: ['s3:ListBucket', 's3:PutObject'],
        Resource: ['arn:aws:s3:::satchel-*-sitebucket*', 'arn:aws:s3:::satchel-*-sitebucket*/*'],
      },
    ]);
  });
});
