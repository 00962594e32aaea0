import { describe, expect, it } from 'vitest';
import { attachmentLink, attachmentsIn } from '#src/notes/attachment-references.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import type { StoredUpload } from '#src/store/file-store.ts';
import { aNewUpload } from '../store/an-upload.ts';
import { createDevice, home, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { awsFailure } from './fakes/fake-network.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const note = noteId('a');

/** A note with a file that AWS did not take under this key. */
async function withRefused(key: string, told: Partial<StoredUpload> = {}) {
  const timers = createFakeTimers();
  const bucket = emptyBucket();
  const device = createDevice(createFakeNotesServer('versioned', timers.now), timers, { bucket });
  const failure = awsFailure('denied');
  const { row, bytes } = aNewUpload('plan', {
    ...{ key, noteId: note, name: 'my plan.pdf', problem: { failure, attempts: 1, nextTryAt: null } },
    ...told,
  });
  const link = attachmentLink({ key, identityId: home.identityId, name: 'my plan.pdf', inline: false });
  await device.type(note, `Plan\n\n${link} and once more ${link}\n`);
  await (await device.store.files()).keep({ key, blob: bytes ?? new Blob(), type: '' }, 0);
  await device.store.change([note], (record) => record && { ...record }, 'writing', [{ row, bytes }]);
  device.app().engine.start();
  await timers.pass(2_000);
  const keysIn = async () =>
    attachmentsIn((await device.text(note)) ?? '').map(({ reference }) => referenceToKey(reference, home.identityId));
  return { ...device, bucket, timers, keysIn, retry: () => device.app().notebook.files.retry(key) };
}

describe('A file that AWS did not take, tried again', () => {
  it('goes under the prefix of now, where its note names it, and nothing of it is left under the other', async () => {
    const old = `private/${home.identityId}/0a-my_plan.pdf`;
    const { bucket, timers, keysIn, retry, store, text } = await withRefused(old);
    expect(bucket.objects.size).toBe(0);
    expect(await retry()).toEqual({ ok: true, value: undefined });
    await timers.pass(60_000);
    const [key = ''] = bucket.objects.keys();
    expect(key).toMatch(/^us-east-1:ana\/\w+-my_plan\.pdf$/);
    expect(await bucket.objects.get(key)?.text()).toBe('plan');
    expect(await keysIn()).toEqual([key, key]);
    expect(await text(note)).toMatch(/^Plan\n\n\[my plan\.pdf\]\(\S+\) and once more \[my plan\.pdf\]\(\S+\)\n$/);
    expect(await (await store.files()).uploads()).toEqual([]);
    expect([...bucket.objects.keys()]).toEqual([key]);
  });

  it('stays under its key where that has the prefix of now', async () => {
    const key = `${home.prefix}0a-my_plan.pdf`;
    const { bucket, timers, keysIn, retry } = await withRefused(key);
    await retry();
    await timers.pass(60_000);
    expect([...bucket.objects.keys()]).toEqual([key]);
    expect(await keysIn()).toEqual([key, key]);
  });

  it('stays under its key where something else was wrong', async () => {
    const key = `private/${home.identityId}/0a-my_plan.pdf`;
    const problem = { failure: awsFailure('too-large'), attempts: 1, nextTryAt: null };
    const { bucket, timers, retry } = await withRefused(key, { problem });
    await retry();
    await timers.pass(60_000);
    expect([...bucket.objects.keys()]).toEqual([key]);
  });
});
