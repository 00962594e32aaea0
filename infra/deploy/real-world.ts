import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { stdin, stdout } from 'node:process';
import { createInterface } from 'node:readline/promises';
import { S3Client } from '@aws-sdk/client-s3';
import { readIfThere } from '../read-if-there.ts';
import { s3SiteBucket } from './s3-site-bucket.ts';
import { siteFiles } from './site-files.ts';
import type { DeployWorld } from './world.ts';

const root = resolve(import.meta.dirname, '../..');
const programs = { cdk: 'aws-cdk/bin/cdk', vite: 'vite/bin/vite.js' } as const;

/** This computer and the AWS account that its credentials are for. */
export const realWorld: DeployWorld = {
  run: ({ program, args, environment }) =>
    new Promise((done, fail) => {
      const script = join(root, 'node_modules', programs[program]);
      const env = { ...process.env, ...environment };
      const child = spawn(process.execPath, [script, ...args], { cwd: root, env, stdio: ['inherit', 'pipe', 'pipe'] });
      let output = '';
      const hear = (stream: NodeJS.WritableStream) => (data: Buffer) => {
        output += data;
        stream.write(data);
      };
      child.stdout.on('data', hear(process.stdout));
      child.stderr.on('data', hear(process.stderr));
      child.once('error', fail);
      child.once('close', (code) => done({ ok: code === 0, output }));
    }),
  async missingCredentials() {
    // Which Node the AWS SDK will want next year does not matter here.
    process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';
    try {
      await new S3Client({ region: 'us-east-1' }).config.credentials();
      return null;
    } catch (error) {
      return String(error);
    }
  },
  read: (path) => readIfThere(join(root, path)),
  files: (dir) => siteFiles(join(root, dir)),
  bucket: (region, name) => s3SiteBucket(new S3Client({ region }), name),
  async ask(question) {
    const terminal = createInterface({ input: stdin, output: stdout });
    // Where nobody can answer, as in a script, the input ends, and the question would stay open.
    const ended = new Promise<string>((done) => terminal.once('close', () => done('')));
    try {
      return await Promise.race([terminal.question(question), ended]);
    } finally {
      terminal.close();
    }
  },
  say: (text) => console.log(text),
};
