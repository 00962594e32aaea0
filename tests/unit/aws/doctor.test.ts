import { signOut } from 'aws-amplify/auth';
import { afterEach, describe, expect, it } from 'vitest';
import { sha256 } from '#src/aws/checksum.ts';
import { createAws } from '#src/aws/create-aws.ts';
import type { Check } from '#src/aws/doctor/check.ts';
import { pageFetch } from '#src/aws/doctor/page-fetch.ts';
import type { AwsSettings } from '#src/aws/settings.ts';
import { account } from '../../../local-aws/settings.ts';
import { aloneInTheBrowser } from '../../support/fake-tabs.ts';
import type { LocalAwsOptions } from '../../support/local-aws-msw.ts';
import { awsOnLocalAws, enter, localSettings, register } from './aws-on-local-aws.ts';
import { fakeStorage } from './fake-storage.ts';
import { uploadOverFetch } from './upload-over-fetch.ts';

const origin = 'http://localhost:5173';
const email = 'ada@example.com';

let close = async () => {};
afterEach(async () => {
  await signOut();
  await close();
});

interface Case {
  readonly settings?: Partial<AwsSettings>;
  readonly aws?: LocalAwsOptions;
  readonly signedIn?: boolean;
  /** Whether it asks as a program, which is told what CORS hides. */
  readonly tells?: boolean;
}

/** The embedded AWS, and the check as a page of `origin` runs it, or as a program does in its place. */
async function begin({ settings = {}, aws: options = {}, signedIn = true, tells = false }: Case) {
  const test = await awsOnLocalAws(options);
  close = test.close;
  if (signedIn) {
    await register(test, email);
    await enter(test, email);
    const done = await test.session.completeSignIn();
    if (!done.ok) throw new Error(done.failure.details);
  }
  const device = fakeStorage();
  const user = test.session.user();
  const used = { ...localSettings, ...settings };
  if (user !== null)
    device.storage.setItem(`satchel.user.${used.userPoolId}.${used.identityPoolId}`, JSON.stringify(user));
  const { examine } = createAws(used, null, {
    storage: device.storage,
    storageEvents: device.events,
    tabStorage: fakeStorage().storage,
    ...aloneInTheBrowser(),
    fetch: pageFetch(origin, (...args) => fetch(...args), tells),
    XMLHttpRequest: uploadOverFetch(),
    sha256,
    now: () => Date.now(),
    wait: () => new Promise(() => {}),
    report: () => {},
  });
  const run = async (
    signal = new AbortController().signal,
    onChange: (checks: readonly Check[]) => void = () => {},
  ) => {
    const result = await examine({ origin, onChange, signal });
    if (!result.ok) throw new Error(result.failure.details);
    return result.value;
  };
  return { ...test, run };
}

const filled = ({ message, values = {} }: { message: string; values?: Readonly<Record<string, string | number>> }) =>
  message.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));

/** What is not fine, a line each: `CHECK: SENTENCE`. */
const found = (checks: readonly Check[]) =>
  checks.flatMap(({ id, state }) =>
    state.kind === 'wrong' || state.kind === 'advice' ? [`${id}: ${filled(state.diagnosis)}`] : [],
  );

const kinds = (checks: readonly Check[]) => [...new Set(checks.map(({ state }) => state.kind))];

describe('a sound backend', () => {
  it('is fine in every respect, and nothing is left behind', async () => {
    const { run, aws } = await begin({});
    aws.requests.clear();
    const checks = await run();
    expect(found(checks)).toEqual([]);
    expect(kinds(checks)).toEqual(['fine']);
    expect(await aws.state()).toMatchObject({ objects: [], uploads: [] });
    const onNotes = aws.requests.entries().filter(({ service }) => service === 'notes');
    expect([...new Set(onNotes.map(({ operation }) => operation))]).toEqual(['GET /notes']);
  });

  it('is fine for a guest, as far as a guest can see', async () => {
    const { run, aws } = await begin({ signedIn: false });
    const checks = await run();
    expect(found(checks)).toEqual([]);
    expect(kinds(checks).sort()).toEqual(['fine', 'skipped']);
    expect(checks.filter(({ state }) => state.kind === 'fine').map(({ id }) => id)).toEqual([
      'settings',
      'reach',
      'clock',
      'user pool',
      'client',
      'identity pool',
      'api cors',
      'bucket cors',
    ]);
    expect((await aws.state()).objects).toEqual([]);
  });

  it.each(['tutorial-2017', 'tutorial-2018'] as const)(
    'of the tutorial, %s, has nothing wrong but what it does not show',
    async (policy) => {
      const prefix = policy === 'tutorial-2018' ? 'private/{identityId}/' : '{identityId}/';
      const { run } = await begin({ aws: { policy, api: 'tutorial' }, settings: { attachmentsPrefix: prefix } });
      expect(found(await run())).toEqual([
        'api date: The notes API does not show its time (Date) to the app, so that a wrong clock cannot be made up for.',
        'etag: The bucket does not show ETag to the app, so that large files take longer to send.',
      ]);
    },
  );
});

const other = 'https://localapi01.execute-api.us-east-1.amazonaws.com';

describe('what is set up wrong', () => {
  it.each<[string, Case, readonly string[]]>([
    [
      'the region',
      { settings: { region: 'eu-central-1' } },
      [expect.stringMatching(/^settings: .*VITE_USER_POOL_ID is in us-east-1, but VITE_REGION is eu-central-1/)],
    ],
    [
      'the id of the user pool',
      { settings: { userPoolId: 'us-east-1_Nowhere' } },
      ['user pool: There is no user pool us-east-1_Nowhere in us-east-1.'],
    ],
    [
      'the app client, which is nobody’s',
      { settings: { userPoolClientId: '3nobodysclient45' }, signedIn: false },
      ['client: There is no app client 3nobodysclient45 in us-east-1.'],
    ],
    [
      'the app client, which is another user pool’s',
      { settings: { userPoolId: account.otherUserPoolId } },
      [
        'session: The app client belongs to another user pool: us-east-1_LocalPool gives out its tokens, not us-east-1_OtherPool.',
      ],
    ],
    [
      'the app client, which has a secret',
      { aws: { mistakes: ['client-with-secret'] }, signedIn: false },
      ['client: The app client has a secret, and an app in a browser can keep none.'],
    ],
    [
      'the identity pool, which trusts another user pool',
      { aws: { mistakes: ['no-provider'] }, signedIn: false },
      ['identity pool: The identity pool does not trust the user pool.'],
    ],
    [
      'the id of the identity pool',
      { settings: { identityPoolId: 'us-east-1:00000000-0000-4000-8000-00000000dead' } },
      ['identity pool: There is no identity pool us-east-1:00000000-0000-4000-8000-00000000dead in us-east-1.'],
    ],
    [
      'the address of the API, which has no stage',
      { settings: { apiUrl: other } },
      ['api cors: VITE_API_URL has no stage, and the notes API knows none without a name.'],
    ],
    [
      'the address of the API, which has a wrong stage',
      { settings: { apiUrl: `${other}/dev` } },
      [
        `api cors: The notes API answers, but does not let ${origin} read it: CORS is off, or the stage or path is wrong.`,
      ],
    ],
    [
      'the address of the API, which goes on behind the stage',
      { settings: { apiUrl: `${other}/prod/v1` } },
      ['api cors: The notes API has no /notes at this address: the stage or the path in VITE_API_URL is wrong.'],
    ],
    [
      'the role, which names an older API, where refusals have no CORS headers',
      { aws: { mistakes: ['old-api-in-policy', 'refusals-without-cors'] } },
      [
        'api cors: Refusals of the API Gateway come without CORS headers, so that the app cannot tell why something fails.',
        'api: The notes API refuses signed requests and hides the reason: most often the role names the id of an older API.',
      ],
    ],
    [
      'the role, which names an older API, where refusals can be read',
      { aws: { mistakes: ['old-api-in-policy'] } },
      ['api: The role for signed-in people may not use the notes API.'],
    ],
    [
      'the API, which has no CORS',
      { aws: { mistakes: ['api-without-cors'] } },
      [
        `api cors: The notes API answers, but does not let ${origin} read it: CORS is off, or the stage or path is wrong.`,
      ],
    ],
    [
      'the API, which has no CORS, told to a program',
      { aws: { mistakes: ['api-without-cors'] }, tells: true },
      [`api cors: The notes API is there, but CORS does not let ${origin} in.`],
    ],
    [
      'the name of the bucket',
      { settings: { bucket: 'satchel-nowhere' } },
      [
        `bucket cors: S3 does not let ${origin} read the bucket: there is none named satchel-nowhere in us-east-1, or its CORS is not set up.`,
      ],
    ],
    [
      'the bucket, which has no CORS',
      { aws: { mistakes: ['bucket-without-cors'] } },
      [
        `bucket cors: S3 does not let ${origin} read the bucket: there is none named satchel-local-uploads in us-east-1, or its CORS is not set up.`,
      ],
    ],
    [
      'the prefix, which the policy does not allow',
      { settings: { attachmentsPrefix: 'private/{identityId}/' } },
      [
        expect.stringMatching(
          /^put: AWS does not take files under private\/us-east-1:[0-9a-f-]+\/: the prefix does not fit the policy\.$/,
        ),
      ],
    ],
    [
      'the policy, which lets nobody delete',
      { aws: { mistakes: ['policy-without-delete'] } },
      [expect.stringMatching(/^delete: AWS does not let you delete files under .*still there\.$/)],
    ],
    [
      'the policy, which lets nobody give up an upload',
      { aws: { mistakes: ['policy-without-abort'] } },
      [expect.stringMatching(/^parts: AWS does not let you give up an upload under /)],
    ],
  ])('is told: %s', async (_, setUp, sentences) => {
    const { run, aws } = await begin(setUp);
    const checks = await run();
    expect(found(checks)).toEqual(sentences);
    const leftBehind = setUp.aws?.mistakes?.includes('policy-without-delete') ? 1 : 0;
    expect((await aws.state()).objects).toHaveLength(leftBehind);
  });

  it('is told: the clock, and the rest is looked at all the same', async () => {
    const { run, aws } = await begin({});
    aws.clock.setOffset(20 * 60_000);
    expect(found(await run())).toEqual(['clock: The clock of this device is 20 minutes slow.']);
  });

  it('is told with the statement that would allow it', async () => {
    const { run } = await begin({ settings: { attachmentsPrefix: 'private/{identityId}/' } });
    const put = (await run()).find(({ id }) => id === 'put');
    if (put?.state.kind !== 'wrong') throw new Error('It is not wrong.');
    expect(JSON.parse(put.state.diagnosis.statement ?? '')).toMatchObject({
      Effect: 'Allow',
      Resource: [`arn:aws:s3:::${account.bucket}/private/\${cognito-identity.amazonaws.com:sub}/*`],
    });
    expect(put.state.diagnosis.change.values?.key).toMatch(/^private\/us-east-1:.*\/satchel-connection-check\.txt$/);
  });
});

describe('a check that is stopped', () => {
  it('takes the file away that it has put into the bucket', async () => {
    const { run, aws } = await begin({});
    const stop = new AbortController();
    const checks = await run(stop.signal, (now) => {
      if (now.some(({ id, state }) => id === 'put' && state.kind === 'fine')) stop.abort();
    });
    expect(checks.find(({ id }) => id === 'get')?.state).toEqual({
      kind: 'skipped',
      why: { message: 'You stopped before.' },
      stops: true,
    });
    expect(checks.find(({ id }) => id === 'delete')?.state.kind).toBe('fine');
    expect((await aws.state()).objects).toEqual([]);
  });
});

it('tells no secret, whatever AWS repeats of a signature', async () => {
  const { run, fault, aws } = await begin({ settings: { apiUrl: `${other}/prod` } });
  fault({ service: 's3', operation: 'GetObject', effect: 'error', status: 403 });
  const told = JSON.stringify((await run()).map(({ state }) => state));
  expect(told).not.toMatch(/ASIA[A-Z0-9]{8}|ey[\w-]{20,}\.|[A-Za-z0-9+/=]{64,}/);
  expect(aws.requests.entries().length).toBeGreaterThan(5);
});
