import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { askedFor } from '../../../infra/deploy/asked-for.ts';
import { deployPlan, inWords } from '../../../infra/deploy/plan.ts';
import { planFor, runDeploy } from '../../../infra/deploy/run-deploy.ts';
import { runDestroy } from '../../../infra/deploy/run-destroy.ts';
import { fakeDeployWorld, outputs } from './fake-deploy-world.ts';

const stack = 'cdk deploy Satchel-prod --require-approval never --outputs-file cdk.out/outputs-prod.json';
const build = 'vite build --outDir dist --emptyOutDir';
const notPrepared =
  'Satchel-prod: SSM parameter /cdk-bootstrap/hnb659fds/version not found. Has the environment been bootstrapped?';

describe('npm run deploy', () => {
  it('has a plan that a dry run shows', () => {
    expect(`\n${deployPlan('test').map(inWords).join('\n')}`).toMatchInlineSnapshot(`
      "
      Look for AWS credentials
      Make or update the stack: SATCHEL_STAGE=test npx cdk deploy Satchel-test --require-approval never --outputs-file cdk.out/outputs-test.json
        (in an account and region where CDK was never used, first: SATCHEL_STAGE=test npx cdk bootstrap)
      Build the site: VITE_REGION=<Region> VITE_API_URL=<ApiUrl> VITE_BUCKET=<UploadsBucketName> VITE_USER_POOL_ID=<UserPoolId> VITE_USER_POOL_CLIENT_ID=<UserPoolClientId> VITE_SIGN_UP=<SignUp> VITE_IDENTITY_POOL_ID=<IdentityPoolId> NODE_ENV=production VITE_ATTACHMENTS_PREFIX={identityId}/ npx vite build --outDir dist --emptyOutDir
      Upload dist/ to <SiteBucketName>: what has a hash in its name first, unless it is there; index.html last; nothing is deleted
      Say the address: <SiteAddress>"
    `);
  });

  it('makes the stack, builds with its outputs, uploads the page last, and says the address', async () => {
    const { world, log, said, environments } = fakeDeployWorld();
    expect(await runDeploy('prod', world)).toBe(true);
    expect(log).toEqual([
      stack,
      build,
      ...['/assets/a-1.js', '/assets/b-2.js', '/icon.svg', '/service-worker.js', '/index.html'].map(
        (path) => `put eu-central-1 satchel-prod-site${path}`,
      ),
    ]);
    expect(environments).toEqual([
      // A stage stays in its region, whatever the shell says of another.
      { SATCHEL_STAGE: 'prod', SATCHEL_REGION: 'eu-central-1' },
      {
        NODE_ENV: 'production',
        VITE_ATTACHMENTS_PREFIX: '{identityId}/',
        VITE_REGION: outputs.Region,
        VITE_API_URL: outputs.ApiUrl,
        VITE_BUCKET: outputs.UploadsBucketName,
        VITE_USER_POOL_ID: outputs.UserPoolId,
        VITE_USER_POOL_CLIENT_ID: outputs.UserPoolClientId,
        VITE_SIGN_UP: 'invited',
        VITE_IDENTITY_POOL_ID: outputs.IdentityPoolId,
      },
    ]);
    expect(said.at(-1)).toBe('\nSatchel is at https://d1234.cloudfront.net');
  });

  it('sends a file with a hash in its name once, and keeps those of older builds', async () => {
    const { world, log, objects } = fakeDeployWorld();
    for (const key of ['assets/a-1.js', 'assets/of-the-build-before.js', 'index.html']) objects.add(key);
    expect(await runDeploy('prod', world)).toBe(true);
    expect(log.filter((line) => line.startsWith('put')).map((line) => line.split('satchel-prod-site')[1])).toEqual([
      '/assets/b-2.js',
      '/icon.svg',
      '/service-worker.js',
      '/index.html',
    ]);
    expect(objects).toContain('assets/of-the-build-before.js');
  });

  it('shows the region that a stage is in already, in a dry run, too', async () => {
    const { world, files } = fakeDeployWorld();
    const region = 'SATCHEL_REGION=eu-central-1';
    expect((await planFor('prod', world)).map(inWords).join('\n')).toContain(region);
    files.delete('cdk.out/outputs-prod.json');
    expect((await planFor('prod', world)).map(inWords).join('\n')).not.toContain(region);
  });

  it('leaves the region of a stage that was never deployed to the settings', async () => {
    const { world, files, environments } = fakeDeployWorld();
    files.delete('cdk.out/outputs-prod.json');
    await runDeploy('prod', world);
    expect(environments).toEqual([{ SATCHEL_STAGE: 'prod' }]);
  });

  it('prepares no account in which it may not look whether it is prepared', async () => {
    const { world, log, account } = fakeDeployWorld();
    account.failures = [
      'User is not authorized to perform: ssm:GetParameter on resource: parameter/cdk-bootstrap/hnb659fds/version',
    ];
    expect(await runDeploy('prod', world)).toBe(false);
    expect(log).toEqual([stack]);
  });

  it('prepares an account that CDK was never used in', async () => {
    const { world, log, account } = fakeDeployWorld();
    account.failures = [notPrepared];
    expect(await runDeploy('prod', world)).toBe(true);
    expect(log.slice(0, 4)).toEqual([stack, 'cdk bootstrap', stack, build]);
  });

  it.each([
    [
      'there are no credentials',
      { credentialsError: 'CredentialsProviderError: Could not load credentials from any providers' },
      [],
      'set AWS_PROFILE',
    ],
    [
      'the session has expired',
      { failures: ['ExpiredToken: The security token included in the request is expired'] },
      [stack],
      'sign in again',
    ],
    [
      'CDK finds that the session has expired',
      { failures: ['There are expired AWS credentials in your environment.\nUnable to resolve AWS account to use.'] },
      [stack],
      'sign in again',
    ],
    [
      'AWS does not tell whose the credentials are',
      { failures: ['Unable to resolve AWS account to use.'] },
      [stack],
      'did not take these credentials, or could not be reached',
    ],
    ['no region is chosen', { failures: ['Region is missing'] }, [stack], 'set SATCHEL_REGION or AWS_REGION'],
    [
      'the stack is taken back',
      { failures: ['Satchel-prod failed: CREATE_FAILED'] },
      [stack],
      'the first line above that says FAILED',
    ],
    [
      'preparing is denied',
      { failures: [notPrepared, 'AccessDenied: iam:CreateRole'] },
      [stack, 'cdk bootstrap'],
      'could not be prepared for CDK',
    ],
    ['the build fails', { failures: [null, 'Rollup failed'] }, [stack, build], 'the one that is online is as it was'],
    [
      'the network goes in the middle of the upload',
      { uploadFailsAt: '/icon.svg' },
      [
        stack,
        build,
        'put eu-central-1 satchel-prod-site/assets/a-1.js',
        'put eu-central-1 satchel-prod-site/assets/b-2.js',
      ],
      'the page that is online is as it was. AWS could not be reached',
    ],
  ])('says what to do where %s, and goes well when that is settled', async (_what, trouble, doneSoFar, sentence) => {
    const { world, log, said, account } = fakeDeployWorld();
    Object.assign(account, trouble);
    expect(await runDeploy('prod', world)).toBe(false);
    expect(log).toEqual(doneSoFar);
    expect(said.at(-1)).toContain(sentence);
    expect(said.at(-1)).toContain('run the same command again');
    Object.assign(account, { credentialsError: null, failures: [], uploadFailsAt: null });
    expect(await runDeploy('prod', world)).toBe(true);
    expect(log.at(-1)).toBe('put eu-central-1 satchel-prod-site/index.html');
  });

  it('builds nothing where the stack has not all outputs', async () => {
    const { world, log, said, files } = fakeDeployWorld();
    files.set('cdk.out/outputs-prod.json', JSON.stringify({ 'Satchel-prod': { ...outputs, ApiUrl: '' } }));
    expect(await runDeploy('prod', world)).toBe(false);
    expect(log).toEqual([stack]);
    expect(said.at(-1)).toContain('cdk.out/outputs-prod.json has not all outputs of the stack');
  });
});

describe('npm run destroy', () => {
  it('names what it keeps, asks, empties the site and removes the stack', async () => {
    const { world, log, said, account, objects, environments } = fakeDeployWorld();
    objects.add('index.html');
    account.answer = 'prod';
    expect(await runDestroy('prod', 'to be asked', world)).toBe(true);
    expect(log).toEqual(['remove index.html', 'cdk destroy Satchel-prod --force']);
    expect(environments).toEqual([{ SATCHEL_STAGE: 'prod', SATCHEL_REGION: 'eu-central-1' }]);
    expect(said[1]).toBe(
      [
        'These stay, and go on costing what they hold:',
        '  - the notes: a DynamoDB table (NotesTable)',
        '  - the files of the notes: the bucket satchel-prod-uploads (Uploads)',
        '  - the accounts: the user pool eu-central-1_Qm3vT8kLz (Users)',
        '  - AWS::Logs::LogGroup (Odd)',
      ].join('\n'),
    );
  });

  it('removes nothing without the answer that it asks for', async () => {
    const { world, log, said, account } = fakeDeployWorld();
    account.answer = 'yes';
    expect(await runDestroy('prod', 'to be asked', world)).toBe(false);
    expect(log).toEqual([]);
    expect(said.at(-1)).toBe('Nothing was removed.');
  });

  it('removes nothing in a dry run, which tells what would go and what would stay', async () => {
    const { world, log, said } = fakeDeployWorld();
    expect(await runDestroy('prod', 'dry run', world)).toBe(true);
    expect(log).toEqual([]);
    expect(said).toEqual([
      expect.stringContaining('Satchel-prod in eu-central-1 goes'),
      expect.stringContaining('(NotesTable)'),
      'This was a dry run: nothing was removed.',
    ]);
  });

  it('says what to do in a folder that nothing was deployed from', async () => {
    const { world, said } = fakeDeployWorld();
    expect(await runDestroy('test', 'sure', world)).toBe(false);
    expect(said).toEqual([expect.stringContaining('run npm run deploy -- --stage test first, with AWS_REGION')]);
  });
});

describe('what is written behind the command', () => {
  it.each([
    [[], {}, null, { stage: 'prod', isDryRun: false }],
    [['--stage', 'test', '--dry-run'], {}, null, { stage: 'test', isDryRun: true }],
    [[], {}, { stage: 'home' }, { stage: 'home' }],
    [[], { SATCHEL_STAGE: 'work' }, { stage: 'home' }, { stage: 'work' }],
    [['--stage', 'test'], { SATCHEL_STAGE: 'work' }, { stage: 'home' }, { stage: 'test' }],
  ])('%j with %j and the file %j', async (args, environment, file, expected) => {
    const folder = await temporaryFolder();
    if (file !== null) await writeFile(join(folder, 'satchel.config.json'), JSON.stringify(file));
    expect(askedFor(args, environment, folder)).toMatchObject({ ok: true, ...expected });
  });

  it.each([
    [['--stage', 'My Stage'], {}, /^--stage must be up to 10 lower-case letters/],
    [[], { SATCHEL_STAGE: 'My Stage' }, /^SATCHEL_STAGE must be up to 10 lower-case letters/],
    // A script's variable that is not set must not remove the usual stage.
    [['--stage', ''], {}, /^--stage is empty/],
    [['--stag', 'test'], {}, /^Unknown option '--stag'\. There are --stage NAME, --dry-run/],
    [['test'], {}, /positional arguments\. There are --stage NAME, --dry-run/],
    [[], { SATCHEL_REGION: 'eu-central-1a' }, /^SATCHEL_REGION is an availability zone/],
  ])('%j with %j is an error', async (args, environment, problem) => {
    expect(askedFor(args, environment, await temporaryFolder())).toEqual({
      ok: false,
      problems: [expect.stringMatching(problem)],
    });
  });
});

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'satchel-deploy-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}
