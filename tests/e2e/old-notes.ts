import { expect, type Page } from '@playwright/test';
import { account } from '../../local-aws/settings.ts';
import { type AwsClient, awsClient } from './aws-client.ts';
import { pngFile, randomFile } from './files.ts';

/** A note as one of the tutorial's clients has stored it, with its attachment. */
export interface OldNote {
  readonly title: string;
  /** What the field says; undefined: it is not there. */
  readonly attachment: string | null | undefined;
  /** Where the object is; null: there is none. */
  readonly key: string | null;
  /** As the old clients show it. */
  readonly name: string;
  readonly bytes: Buffer;
}

const host = `${account.bucket}.s3`;

/** Every form that is out there, each with an object of its own. */
function everyForm(id: string): readonly OldNote[] {
  const enc = encodeURIComponent;
  const picture = () => pngFile('a.png', 64).buffer;
  const file = () => randomFile('a', 3_000).buffer;
  const other = 'us-east-1:0f0f0f0f-0000-4000-8000-000000000000';
  return [
    {
      title: 'Address of 2017',
      attachment: `https://${host}.amazonaws.com/${enc(`${id}-1490000000001-sea.png`)}`,
      key: `${id}-1490000000001-sea.png`,
      name: 'sea.png',
      bytes: picture(),
    },
    {
      title: 'Address with a region',
      attachment: `https://${host}.us-east-1.amazonaws.com/${enc(`${id}-1490000000002-a b+c%.pdf`)}`,
      key: `${id}-1490000000002-a b+c%.pdf`,
      name: 'a b+c%.pdf',
      bytes: file(),
    },
    {
      title: 'Address by path',
      attachment: `https://s3-us-east-1.amazonaws.com/${account.bucket}/${enc(`${id}-1490000000003-my`)}+big+film.bin`,
      key: `${id}-1490000000003-my big film.bin`,
      name: 'my big film.bin',
      bytes: file(),
    },
    {
      title: 'Bare key of 2018',
      attachment: '1530000000004-scan-of-it.pdf',
      key: `private/${id}/1530000000004-scan-of-it.pdf`,
      name: 'scan-of-it.pdf',
      bytes: file(),
    },
    {
      title: 'Bare key elsewhere',
      attachment: '1530000000005-hill.png',
      key: `${id}/1530000000005-hill.png`,
      name: 'hill.png',
      bytes: picture(),
    },
    {
      title: 'Whole key',
      attachment: `private/${id}/1530000000006-whole.txt`,
      key: `private/${id}/1530000000006-whole.txt`,
      name: 'whole.txt',
      bytes: file(),
    },
    ...[null, undefined, ''].map((attachment) => ({
      title: `Without (${attachment === '' ? 'empty' : String(attachment)})`,
      attachment,
      key: null,
      name: '',
      bytes: Buffer.alloc(0),
    })),
    {
      title: 'Another bucket',
      attachment: `https://elsewhere-uploads.s3.amazonaws.com/${enc(`${id}-1490000000007-far.png`)}`,
      key: null,
      name: 'far.png',
      bytes: Buffer.alloc(0),
    },
    {
      title: 'Another person',
      attachment: `https://${host}.amazonaws.com/${enc(`${other}-1490000000008-theirs.png`)}`,
      key: null,
      name: 'theirs.png',
      bytes: Buffer.alloc(0),
    },
  ];
}

/**
 * Stores them all as the tutorial's own clients did: objects with a PUT of their own, notes by `POST /notes`. The page is left before, so
 * that this device keeps none of the files.
 */
export async function storeOldNotes(
  page: Page,
): Promise<{ readonly aws: AwsClient; readonly notes: readonly OldNote[] }> {
  const aws = await awsClient(page);
  await page.goto('about:blank');
  const notes = everyForm(aws.identityId);
  for (const { title, attachment, key, bytes } of notes) {
    if (key !== null) expect(await aws.s3('PUT', key, bytes), key).toBe(200);
    const { status } = await aws.notes('POST', '/notes', JSON.stringify({ content: title, attachment }));
    expect(status, title).toBe(200);
  }
  return { aws, notes };
}
