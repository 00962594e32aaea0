import { signOut, signUp } from 'aws-amplify/auth';
import { afterEach, expect, it } from 'vitest';
import { runDoctor } from '#src/doctor/run-doctor.ts';
import type { LocalAwsOptions } from '../../support/local-aws-msw.ts';
import { awsOnLocalAws, localSettings, password, register } from './aws-on-local-aws.ts';

const email = 'ada@example.com';
const environment = {
  VITE_REGION: localSettings.region,
  VITE_API_URL: localSettings.apiUrl,
  VITE_BUCKET: localSettings.bucket,
  VITE_USER_POOL_ID: localSettings.userPoolId,
  VITE_USER_POOL_CLIENT_ID: localSettings.userPoolClientId,
  VITE_IDENTITY_POOL_ID: localSettings.identityPoolId,
};

let close = async () => {};
afterEach(async () => {
  await close();
});

/** What `npm run doctor` writes, and its exit code. */
async function doctor(
  change: {
    account?: { email: string; password: string } | 'given up';
    args?: readonly string[];
    /** Has made an account, and not confirmed it. */
    newcomer?: string;
    env?: object;
    files?: Readonly<Record<string, string>>;
    signal?: AbortSignal;
  } = {},
  aws: LocalAwsOptions = {},
) {
  const test = await awsOnLocalAws(aws);
  if (typeof change.account === 'object') await register(test, email);
  if (change.newcomer !== undefined)
    await signUp({ username: change.newcomer, password, options: { userAttributes: { email: change.newcomer } } });
  close = async () => {
    await signOut();
    await test.close();
  };
  let written = '';
  const code = await runDoctor({
    environment: { ...environment, ...change.env },
    args: change.args ?? ['--origin', 'http://localhost:5173'],
    read: async (path) => change.files?.[path] ?? null,
    account: async () => change.account ?? null,
    fetch: (...args) => fetch(...args),
    now: () => Date.now(),
    wait: () => new Promise(() => {}),
    write: (text) => {
      written += text;
    },
    signal: change.signal ?? new AbortController().signal,
  });
  return { code, written };
}

it('finds nothing wrong with a sound backend, signed in', async () => {
  const { code, written } = await doctor({ account: { email, password } });
  expect(written).not.toMatch(/^\[(Wrong|Could be better|Not checked)\]/m);
  expect(written).toContain('[Fine] Bucket, deleting a file');
  expect(written).toMatch(/\n\nEverything is as it should be\.\n$/);
  expect(code).toBe(0);
});

it('looks at what a guest can see, and leaves CORS out where no address is given', async () => {
  const { code, written } = await doctor({ args: [] });
  expect(written).toContain('[Not checked] Bucket, from this page');
  expect(written).toContain('[Not checked] Credentials');
  expect(written).toMatch(/\n\nWhat can be checked is as it should be\.\nWith SATCHEL_EMAIL=.*\nWith --origin .*\n$/);
  expect(code).toBe(0);
});

it('goes on to the bucket where it cannot tell anything of CORS', async () => {
  const { written } = await doctor({ account: { email, password }, args: [] });
  expect(written).toContain('[Not checked] Bucket, from this page\n  Give the address of your site');
  expect(written).toContain('[Fine] Bucket, deleting a file');
});

it('says what is wrong with a bucket and what CORS hides from a page, and ends with 1', async () => {
  const { code, written } = await doctor({}, { mistakes: ['bucket-without-cors'] });
  expect(written).toContain('[Wrong] Bucket, from this page\n  S3 does not let http://localhost:5173 read the bucket');
  expect(written).toContain('The preflight is answered with HTTP 403.');
  expect(written).toContain('\n\n1 thing is wrong.\n');
  expect(code).toBe(1);
});

it('says that a password is refused, and what else that can mean', async () => {
  const { code, written } = await doctor({ account: { email, password: 'Wr0ng!pass' } });
  expect(written).toContain('does not take this e-mail address and password');
  expect(written).toContain('the app client is one of another user pool');
  expect(written).not.toContain('Wr0ng!pass');
  expect(code).toBe(1);
});

it('says that nobody has confirmed the address, and where to', async () => {
  const { code, written } = await doctor({
    newcomer: 'eve@example.com',
    account: { email: 'eve@example.com', password },
  });
  expect(written).toContain('The e-mail address of this account has not been confirmed.');
  expect(written).toContain('it asks for the code that was sent there');
  expect(code).toBe(1);
});

it('says that it was given no password, and how to give it one where nobody types', async () => {
  const { code, written } = await doctor({ account: 'given up' });
  expect(written).toMatch(/^No password was given.*SATCHEL_PASSWORD/);
  expect(code).toBe(130);
});

it('tells settings that cannot be right as the build does', async () => {
  const { code, written } = await doctor({ env: { VITE_REGION: 'eu-central-1' } });
  expect(written).toContain('VITE_USER_POOL_ID is in us-east-1, but VITE_REGION is eu-central-1');
  expect(code).toBe(1);
});

it('takes the settings and the address of a stage from what npm run deploy wrote', async () => {
  const outputs = {
    SiteAddress: 'http://localhost:5173',
    SiteBucketName: 'site',
    Region: localSettings.region,
    ApiUrl: localSettings.apiUrl,
    UploadsBucketName: localSettings.bucket,
    UserPoolId: localSettings.userPoolId,
    UserPoolClientId: localSettings.userPoolClientId,
    SignUp: 'open',
    IdentityPoolId: localSettings.identityPoolId,
  };
  const files = { 'cdk.out/outputs-test.json': JSON.stringify({ 'Satchel-test': outputs }) };
  const ofAnother = { VITE_BUCKET: 'another-bucket' };
  const { code, written } = await doctor({ args: ['--stage', 'test'], files, env: ofAnother });
  expect(written).toContain('[Fine] Bucket, from this page');
  expect(written).not.toContain('another-bucket');
  expect(code).toBe(0);
});

it.each(['test', '../../secret'])(
  'says what to do about the stage %s, which was not deployed from here',
  async (stage) => {
    expect(await doctor({ args: [`--stage=${stage}`] })).toMatchObject({
      code: 2,
      written: expect.stringContaining(`run npm run deploy -- --stage ${stage} here first`),
    });
  },
);

it.each([
  ['an option that is none', ['--site'], /^Unknown option '--site'/],
  ['a word', ['prod'], /^Unexpected argument 'prod'/],
  ['an option without its value', ['--origin'], /argument missing/],
  ['an origin without https', ['--origin', 'notes.example.com'], /^--origin takes the address of your site with https/],
  ['an origin that is a page', ['--origin', 'https://notes.example.com/help'], /without a path/],
])('says what is the matter with %s, and what there is', async (_, args, problem) => {
  const { code, written } = await doctor({ args });
  expect(written).toMatch(problem);
  expect(written).toMatch(/\nUsage: npm run doctor -- \[--stage prod\] \[--origin https:.*\]\n$/);
  expect(code).toBe(2);
});

it('has nothing to check without settings, asks for no password then, and ends with 2', async () => {
  const outcome = runDoctor({
    environment: {},
    read: async () => null,
    args: [],
    account: () => Promise.reject(new Error('A password was asked for.')),
    fetch: () => Promise.reject(new Error('Something was asked for.')),
    now: () => 0,
    wait: () => new Promise(() => {}),
    write: (text) => expect(text).toContain('.env.example'),
    signal: new AbortController().signal,
  });
  expect(await outcome).toBe(2);
});

it('ends early where it is stopped', async () => {
  const { code, written } = await doctor({ signal: AbortSignal.abort() });
  expect(written).toContain('[Not checked] Settings\n  You stopped before.');
  expect(written).not.toContain('an earlier check failed');
  expect(written).toMatch(/\n\nStopped before the end\.\n$/);
  expect(code).toBe(130);
});
