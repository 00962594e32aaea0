import { execFile } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, it, onTestFinished } from 'vitest';

const root = resolve(import.meta.dirname, '../../..');

it('npx cdk synth makes the template and the file of the function, without credentials and without a network', async () => {
  const out = await mkdtemp(join(tmpdir(), 'satchel-synth-'));
  onTestFinished(() => rm(out, { recursive: true }));
  const nowhere = 'http://127.0.0.1:9';
  const { PATH, HOME } = process.env;
  const env = {
    PATH,
    HOME,
    SATCHEL_STAGE: 'synth',
    HTTPS_PROXY: nowhere,
    HTTP_PROXY: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
  };
  const cdk = join(root, 'node_modules/aws-cdk/bin/cdk');
  await promisify(execFile)(process.execPath, [cdk, 'synth', '--quiet', '--output', out], { cwd: root, env });

  const { Resources, Outputs } = JSON.parse(await readFile(join(out, 'Satchel-synth.template.json'), 'utf8'));
  expect(Object.keys(Outputs)).toContain('SiteAddress');
  const lambda = Object.values<{ Type: string; Properties: { Code: { S3Key: string } } }>(Resources).find(
    ({ Type }) => Type === 'AWS::Lambda::Function',
  );
  const asset = lambda?.Properties.Code.S3Key.replace('.zip', '') ?? '';
  expect(await readdir(join(out, `asset.${asset}`))).toContain('index.mjs');
}, 120_000);
