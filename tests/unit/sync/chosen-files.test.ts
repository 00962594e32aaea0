import { describe, expect, it } from 'vitest';
import { createChosenFiles } from '#src/sync/chosen-files.ts';
import { aChannelHub } from '../store/a-channel-hub.ts';
import { anUpload } from '../store/an-upload.ts';
import { aDiskFile } from './fakes/disk-file.ts';
import { createFakeTimers, settled } from './fakes/fake-timers.ts';

const film = () => aDiskFile('film.mp4', 'abc', 7);
const upload = anUpload({ source: { kind: 'streamed', lastModified: 7 } });

function tabs() {
  const timers = createFakeTimers();
  const openChannel = aChannelHub();
  const open = () => createChosenFiles({ channel: openChannel('x'), timers });
  return { timers, open, channel: openChannel('x') };
}

describe('The chosen files of a tab', () => {
  it('are handed to a tab that asks, which has them from then on', async () => {
    const { open } = tabs();
    const [given, leading] = [open(), open()];
    const { file } = film();
    given.hold(upload.key, file);
    expect(leading.of(upload)).toBeUndefined();
    expect(await leading.find(upload)).toEqual({ ok: true, value: file });
    given.letGo([upload.key]);
    expect(leading.of(upload)).toBe(file);
  });

  it('are nowhere where no tab answers within 2 s, and a later answer is told of', async () => {
    const { open, timers, channel } = tabs();
    const leading = open();
    const told: string[] = [];
    leading.subscribe((key) => told.push(key));
    const found = leading.find(upload);
    await timers.pass(2_000);
    expect(await found).toMatchObject({ failure: { kind: 'no file' } });
    channel.post({ kind: 'chosen file', key: upload.key, file: film().file });
    expect(told).toEqual([upload.key]);
    expect(leading.of(upload)).toBeDefined();
  });

  it('are with every tab that wants them, whether it is opened before they are given or after', async () => {
    const { open } = tabs();
    const before = open();
    before.want(upload);
    const given = open();
    const { file } = film();
    given.hold(upload.key, file);
    const after = open();
    after.want(upload);
    expect([before.of(upload), after.of(upload)]).toEqual([file, file]);
  });

  it('are wanted once for each choice of the person', () => {
    const { open, channel } = tabs();
    let asked = 0;
    channel.listen(() => {
      asked += 1;
    });
    const tab = open();
    tab.want(upload);
    tab.want(upload);
    expect(asked).toBe(1);
    tab.want({ ...upload, source: { kind: 'streamed', lastModified: 8 } });
    expect(asked).toBe(2);
  });

  it('are with no tab any more once one of them could not read them as they were', () => {
    const { open } = tabs();
    const [given, other] = [open(), open()];
    other.want(upload);
    given.hold(upload.key, film().file);
    other.changed(upload.key);
    expect([given.of(upload), other.of(upload)]).toEqual([undefined, undefined]);
  });

  it('are not kept for an upload that has gone', () => {
    const { open } = tabs();
    const [given, other] = [open(), open()];
    other.want(upload);
    other.letGo([upload.key]);
    given.hold(upload.key, film().file);
    expect(other.of(upload)).toBeUndefined();
  });

  it.each([
    ['was not asked for', false, film().file],
    ['is another', true, aDiskFile('film.mp4', 'abc', 8).file],
    ['is no file', true, 'abc'],
  ])('are none that %s', async (_, asked, file) => {
    const { open, timers, channel } = tabs();
    const leading = open();
    const found = asked ? leading.find(upload) : undefined;
    channel.post({ kind: 'chosen file', key: upload.key, file });
    await timers.pass(2_000);
    await found;
    expect(leading.of(upload)).toBeUndefined();
  });

  it('are not those of an upload any more once they have changed, which is the reason then', async () => {
    const { open, timers } = tabs();
    const tab = open();
    const { file, write } = film();
    tab.hold(upload.key, file);
    write('xyz');
    const found = tab.find(upload);
    await timers.pass(2_000);
    expect(await found).toMatchObject({ failure: { message: expect.stringContaining('changed') } });
  });

  it('are asked of nobody where no other tab has these notes', async () => {
    const alone = createChosenFiles({ channel: null, timers: createFakeTimers() });
    let missing = false;
    void alone.find(upload).then(({ ok }) => {
      missing = !ok;
    });
    await settled();
    expect(missing).toBe(true);
  });
});
