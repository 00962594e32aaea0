import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { readSettings } from '#src/aws/settings.ts';

const good = {
  VITE_REGION: 'eu-central-1',
  VITE_API_URL: 'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com/prod',
  VITE_BUCKET: 'garden-notes-uploads',
  VITE_USER_POOL_ID: 'eu-central-1_Qm3vT8kLz',
  VITE_USER_POOL_CLIENT_ID: '4k2j9v7qm1c8x3b6n5l0p2r7ta',
  VITE_IDENTITY_POOL_ID: 'eu-central-1:5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
};

const problems = (change: Record<string, string | undefined>) => {
  const read = readSettings({ ...good, ...change });
  return read.kind === 'wrong' ? read.problems : read.kind;
};

/** The settings that are read where these are changed; fails where they are refused. */
const settings = (change: Record<string, string | undefined>) => {
  const read = readSettings({ ...good, ...change });
  if (read.kind !== 'aws') throw new Error(JSON.stringify(read));
  return read.settings;
};

describe('settings that name no backend', () => {
  it('mean the embedded AWS', () => {
    expect(readSettings({ HOME: '/root' })).toEqual({ kind: 'local', maxAttachmentBytes: 100 * 1024 * 1024 });
  });

  it('may be empty', () => {
    const empty = Object.fromEntries(Object.keys(good).map((name) => [name, '']));
    expect(readSettings(empty)).toMatchObject({ kind: 'local' });
  });

  it('may still limit attachments', () => {
    expect(readSettings({ VITE_MAX_ATTACHMENT_MB: '1.5' })).toEqual({ kind: 'local', maxAttachmentBytes: 1_572_864 });
    expect(readSettings({ VITE_MAX_ATTACHMENT_MB: 'much' })).toMatchObject({ kind: 'wrong' });
  });
});

describe('settings of a backend', () => {
  it('are read, with defaults for attachments', () => {
    expect(readSettings(good)).toEqual({
      kind: 'aws',
      settings: {
        region: 'eu-central-1',
        apiUrl: 'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com/prod',
        bucket: 'garden-notes-uploads',
        userPoolId: 'eu-central-1_Qm3vT8kLz',
        userPoolClientId: '4k2j9v7qm1c8x3b6n5l0p2r7ta',
        identityPoolId: 'eu-central-1:5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45',
        attachmentsPrefix: '{identityId}/',
        maxAttachmentBytes: 100 * 1024 * 1024,
        signUp: 'open',
      },
    });
  });

  it.each([
    'https://api.example.com/notes-stage',
    'https://api.example.com',
    'https://api.example.com/v1/prod',
    'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com/Stage_2-b',
  ])('may have their API at %s', (address) => {
    expect(settings({ VITE_API_URL: address }).apiUrl).toBe(address);
  });

  it('may say that accounts are by invitation, and nothing else of that', () => {
    expect(settings({ VITE_SIGN_UP: 'invited' }).signUp).toBe('invited');
    expect(problems({ VITE_SIGN_UP: 'closed' })).toEqual([
      'VITE_SIGN_UP must be open, or invited where the user pool lets nobody sign up.',
    ]);
  });

  it.each(['/$default', '/\\$default'])('may say with %s that the API has no stage in its address', (ending) => {
    const host = 'https://k3v9q2x7ab.execute-api.eu-central-1.amazonaws.com';
    expect(settings({ VITE_API_URL: host + ending }).apiUrl).toBe(host);
  });

  it.each(['{identityId}/', '{identityId}-', 'private/{identityId}/', 'my_notes/{identityId}/'])(
    'may put attachments under %s',
    (prefix) => {
      expect(settings({ VITE_ATTACHMENTS_PREFIX: prefix }).attachmentsPrefix).toBe(prefix);
    },
  );

  it.each(['us-gov-west-1', 'ap-southeast-3', 'eusc-de-east-1', 'il-central-1'])('may be in %s', (region) => {
    const read = readSettings({ ...good, VITE_REGION: region });
    const complaints = read.kind === 'wrong' ? read.problems : [];
    expect(complaints.filter((problem) => problem.startsWith('VITE_REGION'))).toEqual([]);
  });
});

describe('settings with something wrong', () => {
  it('get a sentence for each that is missing', () => {
    const read = readSettings({ VITE_REGION: 'eu-central-1' });
    expect(read.kind === 'wrong' && read.problems.map((problem) => problem.split(':')[0])).toEqual([
      'VITE_API_URL is missing',
      'VITE_BUCKET is missing',
      'VITE_USER_POOL_ID is missing',
      'VITE_USER_POOL_CLIENT_ID is missing',
      'VITE_IDENTITY_POOL_ID is missing',
    ]);
  });

  it('get a sentence for each that is malformed, in one go', () => {
    expect(problems({ VITE_BUCKET: 's3://notes', VITE_API_URL: `${good.VITE_API_URL}/`, VITE_REGION: '' })).toEqual([
      'VITE_REGION is missing: set it to the AWS region of your backend, such as eu-central-1.',
      'VITE_API_URL has a slash at the end: remove it.',
      'VITE_BUCKET must be the bare name of the bucket, without s3://, https:// or arn:.',
    ]);
  });

  const api = good.VITE_API_URL;
  it.each([
    ['VITE_REGION', 'eu-central-1b', 'availability zone'],
    ['VITE_REGION', 'Frankfurt', 'not an AWS region'],
    ['VITE_API_URL', `${api}/`, 'slash at the end'],
    ['VITE_API_URL', api.replace('/prod', '//prod'), 'two slashes'],
    ['VITE_API_URL', `${api}/notes`, 'ends with /notes'],
    ['VITE_API_URL', api.replace('/prod', ''), 'no stage'],
    ['VITE_API_URL', api.replace('/prod', '/'), 'no stage'],
    ['VITE_API_URL', api.replace('https', 'http'), 'begin with https://'],
    ['VITE_API_URL', `${api}?stage=prod`, 'must not have a ?'],
    ['VITE_API_URL', `${api}#top`, 'must not have a ?'],
    ['VITE_API_URL', 'https://ann:secret@api.example.com/prod', 'name or password'],
    ['VITE_API_URL', 'k3v9q2x7ab', 'not an address'],
    ['VITE_API_URL', api.replace('eu-central-1', 'eu-west-1'), 'is in eu-west-1, but VITE_REGION is eu-central-1'],
    ['VITE_BUCKET', 's3://garden-notes-uploads', 'bare name'],
    ['VITE_BUCKET', 'arn:aws:s3:::garden-notes-uploads', 'bare name'],
    ['VITE_BUCKET', 'notes.garden.org', 'dot in it'],
    ['VITE_BUCKET', 'Garden_Notes', 'not the name of a bucket'],
    ['VITE_BUCKET', 'no', 'not the name of a bucket'],
    ['VITE_USER_POOL_ID', 'us-east-1_Qm3vT8kLz', 'is in us-east-1, but VITE_REGION is eu-central-1'],
    ['VITE_USER_POOL_ID', 'Qm3vT8kLz', 'not the id of a user pool'],
    ['VITE_USER_POOL_ID', good.VITE_IDENTITY_POOL_ID, 'not the id of a user pool'],
    ['VITE_USER_POOL_CLIENT_ID', good.VITE_USER_POOL_ID, 'is the id of the user pool'],
    ['VITE_USER_POOL_CLIENT_ID', 'my client', 'not the id of an app client'],
    ['VITE_IDENTITY_POOL_ID', good.VITE_IDENTITY_POOL_ID.replace('eu-central-1', 'us-east-1'), 'is in us-east-1'],
    ['VITE_IDENTITY_POOL_ID', '5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45', 'not the id of an identity pool'],
    ['VITE_ATTACHMENTS_PREFIX', 'private/', 'must hold {identityId} once'],
    ['VITE_ATTACHMENTS_PREFIX', '{identityId}/{identityId}/', 'must hold {identityId} once'],
    ['VITE_ATTACHMENTS_PREFIX', '/{identityId}/', 'must not begin with a slash'],
    ['VITE_ATTACHMENTS_PREFIX', 'private/{identityId}', 'must end with a slash or a hyphen'],
    ['VITE_ATTACHMENTS_PREFIX', 'a b/{identityId}/', 'may hold letters'],
    ['VITE_MAX_ATTACHMENT_MB', '0', 'more than 0'],
    ['VITE_MAX_ATTACHMENT_MB', '-5', 'not a number'],
    ['VITE_MAX_ATTACHMENT_MB', '100 MB', 'not a number'],
    ['VITE_MAX_ATTACHMENT_MB', '5121', '5120 at most'],
    ['VITE_BUCKET', '"garden-notes-uploads"', 'quotes or spaces around it'],
    ['VITE_REGION', ' eu-central-1', 'quotes or spaces around it'],
    ['VITE_BUCKET', 'YOUR_BUCKET', 'placeholder'],
    ['VITE_BUCKET', '<bucket>', 'placeholder'],
    ['VITE_BUCKET', 'changeme', 'placeholder'],
    ['VITE_USER_POOL_ID', 'eu-central-1_xxxxxxxxx', 'placeholder'],
  ])('say of %s=%s: %s', (name, value, words) => {
    const found = problems({ [name]: value });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${name} .*\\.$`));
    expect(found[0]).toContain(words);
  });

  it.each(['all-your-notes', 'yourstruly-notes', 'xx-mas', 'example-notes'])(
    'do not take the bucket %s for a placeholder',
    (bucket) => {
      expect(settings({ VITE_BUCKET: bucket }).bucket).toBe(bucket);
    },
  );

  it('are found in .env.example as it is, in every setting that needs a value', async () => {
    const example = parseEnv(await readFile(resolve(import.meta.dirname, '../../.env.example'), 'utf8'));
    const read = readSettings(example);
    const names = read.kind === 'wrong' ? read.problems.map((problem) => problem.split(' ')[0]) : [];
    expect(names).toEqual(Object.keys(good).filter((name) => name !== 'VITE_REGION'));
  });
});

describe('names that look like a setting of ours', () => {
  it.each([
    ['VITE_REGON', 'VITE_REGION'],
    ['VITE_USERPOOL_ID', 'VITE_USER_POOL_ID'],
    ['VITE_USER_POOLCLIENT_ID', 'VITE_USER_POOL_CLIENT_ID'],
    ['VITE_API_URI', 'VITE_API_URL'],
    ['VITE_ATTACHMENT_PREFIX', 'VITE_ATTACHMENTS_PREFIX'],
    ['VITE_BUCKET_NAME', 'VITE_BUCKET'],
    ['VITE_CLIENT_ID', 'VITE_USER_POOL_CLIENT_ID'],
  ])('are named once: %s for %s', (name, meant) => {
    expect(problems({ [meant]: undefined, [name]: 'something' })).toEqual([
      `${name} is not a setting of Satchel: rename it to ${meant}.`,
    ]);
  });

  it('are refused even where nothing else is set', () => {
    expect(readSettings({ VITE_REGON: 'eu-central-1' })).toMatchObject({ kind: 'wrong' });
  });

  it('are left alone where they are far from any of ours', () => {
    expect(settings({ VITE_THEME: 'dark', VITE_BUCKET_COLOURS: 'blue' }).bucket).toBe(good.VITE_BUCKET);
  });
});
