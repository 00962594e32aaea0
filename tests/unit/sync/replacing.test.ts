import { describe, expect, it } from 'vitest';
import type { Profile } from '#src/aws/notes-api.ts';
import { attachmentsIn } from '#src/notes/attachment-references.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { picked } from '../../support/picked.ts';
import { createDevice, home, megabyte, noteId } from './fakes/device.ts';
import { emptyBucket } from './fakes/fake-files.ts';
import { createFakeNotesServer } from './fakes/fake-notes-server.ts';
import { createFakeTimers } from './fakes/fake-timers.ts';

const note = noteId('a');
const old = `${home.prefix}0a-plan.pdf`;
const file = (text: string, name = 'new.pdf') => picked(new File([text], name));

async function withNote(content: string, attachment: string | null = null, profile: Profile = 'versioned') {
  const timers = createFakeTimers();
  const server = createFakeNotesServer(profile, timers.now);
  server.put({ id: note, content, attachment });
  const objects = new Map([[old, new Blob(['plan'])]]);
  const device = createDevice(server, timers, { bucket: emptyBucket(objects) });
  device.app().engine.start();
  await device.sync();
  const contents = async () => Promise.all([...objects.values()].map((object) => object.text()));
  const replace = async (one = file('new')) => {
    const replaced = await device.app().notebook.files.replace(note, old, one);
    if (!replaced.ok) throw new Error(replaced.failure.message);
    return replaced.value;
  };
  return { device, server, objects, timers, contents, replace };
}

describe('A file in the place of another', () => {
  const text = '# Plan\n\nSee [plan.pdf](attachment:~/0a-plan.pdf), and later on.';

  it('is named where that was named, and sent; the other goes once that cannot be undone', async () => {
    const { device, server, timers, contents, replace } = await withNote(text);
    await replace();
    await timers.pass(2_000);
    const now = (await device.text(note)) ?? '';
    expect(now.replace(/attachment:[^)]*/, '')).toBe('# Plan\n\nSee [new.pdf](), and later on.');
    expect(server.texts().get(note)).toBe(now);
    expect((await contents()).toSorted()).toEqual(['new', 'plan']);
    await timers.pass(70_000);
    expect(await contents()).toEqual(['new']);
  });

  it('is taken back, with what was written meanwhile staying, and leaves nothing', async () => {
    const { device, timers, contents, replace } = await withNote(text);
    const replaced = await replace();
    await timers.pass(5_000);
    await device.type(note, `${await device.text(note)} More.`);
    if ('refused' in replaced) throw new Error('refused');
    expect(await replaced.undo()).toMatchObject({ ok: true });
    expect(await device.text(note)).toBe(`${text} More.`);
    await timers.pass(130_000);
    expect(await contents()).toEqual(['plan']);
    expect(await device.store.discarded()).toEqual([]);
  });

  it('taken back without a network is on no list any more', async () => {
    const { device, replace } = await withNote(text);
    device.network.online = false;
    const replaced = await replace();
    if ('refused' in replaced) throw new Error('refused');
    expect(device.app().notebook.files.uploads.get()).toHaveLength(1);
    await replaced.undo();
    await expect.poll(() => device.app().notebook.files.uploads.get()).toEqual([]);
  });

  it.each(['versioned', 'tutorial'] as const)(
    'takes the place of a wire attachment (%s), and gives it back',
    async (profile) => {
      const { device, server, timers, contents, replace } = await withNote('Plan', '0a-plan.pdf', profile);
      const replaced = await replace();
      await timers.pass(2_000);
      expect(await device.text(note)).toBe('Plan');
      expect(server.note(note)?.attachment).toMatch(/^\w+-new\.pdf$/);
      expect((await contents()).toSorted()).toEqual(['new', 'plan']);
      if ('refused' in replaced) throw new Error('refused');
      await replaced.undo();
      await timers.pass(130_000);
      expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: '0a-plan.pdf' });
      expect(await contents()).toEqual(['plan']);
    },
  );

  it('is cancelled on its way from a wire attachment, and stands there again once that is undone', async () => {
    const { device, server, timers, contents, replace } = await withNote('Plan', '0a-plan.pdf');
    device.network.online = false;
    await replace();
    const { files } = device.app().notebook;
    const cancelled = await files.cancel(files.uploads.get()[0]?.key ?? '');
    expect((await device.store.read(note))?.attachment).toBeNull();
    if (!cancelled.ok || cancelled.value === null) throw new Error('nothing was on its way');
    expect(await cancelled.value.undo()).toMatchObject({ ok: true });
    device.network.online = true;
    await timers.pass(130_000);
    expect(server.note(note)).toMatchObject({ content: 'Plan', attachment: expect.stringMatching(/^\w+-new\.pdf$/) });
    expect(await contents()).toEqual(['new']);
  });

  it('comes at the end where the other has gone from the note meanwhile', async () => {
    const { device, replace } = await withNote(text);
    await device.type(note, 'Nothing');
    await replace();
    const [link] = attachmentsIn((await device.text(note)) ?? '');
    expect(link?.name).toBe('new.pdf');
    expect(referenceToKey(link?.reference ?? '', home.identityId)).not.toBe(old);
  });

  it('over the limit is refused, and nothing changes', async () => {
    const { device, objects, replace } = await withNote(text);
    const large = picked(new File([new Uint8Array(10 * megabyte + 1)], 'large.bin'));
    expect(await replace(large)).toMatchObject({ refused: { kind: 'too-large' } });
    expect(await device.text(note)).toBe(text);
    expect(objects.size).toBe(1);
  });
});
