import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createZip } from '#src/screens/export/zip.ts';
import { createBreather } from '#src/ui/breather.ts';

const breathe = async () => {};
const at = new Date(2026, 10, 22, 13, 14, 16).getTime();
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer());

/** What the entries of a zip file's directory say: how they are packed, and when they were changed. */
async function entriesOf(zip: Blob) {
  const view = new DataView(await zip.arrayBuffer());
  const entries: { packed: boolean; changed: string }[] = [];
  for (let place = 0; place + 46 <= view.byteLength; place += 1) {
    if (view.getUint32(place, true) !== 0x02014b50) continue;
    const [time, day] = [view.getUint16(place + 12, true), view.getUint16(place + 14, true)];
    const date = [1980 + (day >> 9), (day >> 5) & 15, day & 31];
    const clock = [time >> 11, (time >> 5) & 63, 2 * (time & 31)];
    entries.push({ packed: view.getUint16(place + 10, true) === 8, changed: `${date.join('-')} ${clock.join(':')}` });
  }
  return entries;
}

describe('a zip file', () => {
  it('holds every file, byte for byte, of any size', async () => {
    const random = crypto.getRandomValues(new Uint8Array(60_000));
    const large = new Uint8Array(5_000_000).map((_, index) => random[index % 59_999] ?? 0);
    const zip = createZip(breathe);
    await zip.add('empty.md', new Blob([]), at);
    await zip.add('Trash/ä 日.md', new Blob(['Straße\r\n']), at);
    await zip.add('large.txt', new Blob([large]), at);
    await zip.add('large.mp4', new Blob([large]), at);
    const files = unzipSync(await bytesOf(zip.end()));
    expect(Object.keys(files)).toEqual(['empty.md', 'Trash/ä 日.md', 'large.txt', 'large.mp4']);
    expect(files['empty.md']).toHaveLength(0);
    expect(new TextDecoder().decode(files['Trash/ä 日.md'])).toBe('Straße\r\n');
    for (const name of ['large.txt', 'large.mp4'])
      expect(Buffer.from(files[name] ?? []).equals(large), name).toBe(true);
  });

  it('packs what is not packed already, told by name and type', async () => {
    const zip = createZip(breathe);
    const files = [['a.md'], ['a.bmp', 'image/bmp'], ['a', 'image/svg+xml'], ['a.PNG'], ['b', 'video/mp4'], ['a.docx']];
    for (const [name = '', type = ''] of files) await zip.add(name, new Blob(['a'], { type }), at);
    expect((await entriesOf(zip.end())).map(({ packed }) => packed)).toEqual([true, true, true, false, false, false]);
  });

  it('says when its files were changed, as far as the format knows years', async () => {
    const zip = createZip(breathe);
    for (const time of [at, 0, Date.UTC(2200, 1)]) await zip.add('a.md', new Blob(['a']), time);
    const [first, second, third] = (await entriesOf(zip.end())).map(({ changed }) => changed);
    expect(first).toBe('2026-11-22 13:14:16');
    expect(second).toMatch(/^1980-1-/);
    expect(third).toMatch(/^2099-12-/);
  });

  it('has room up to its limits', async () => {
    const zip = createZip(breathe, { bytes: 1000, files: 2 });
    expect([zip.hasRoom('a', 800), zip.hasRoom('a', 1000)]).toEqual([true, false]);
    await zip.add('a.png', new Blob(['a'.repeat(400)]), at);
    expect([zip.hasRoom('b', 200), zip.hasRoom('b', 400)]).toEqual([true, false]);
    await zip.add('b.png', new Blob(['b']), at);
    expect(zip.hasRoom('c', 1)).toBe(false);
    expect(zip.end().size).toBeLessThanOrEqual(1000);
  });
});

describe('long work', () => {
  it('lets the page do what it has to after some milliseconds, and only then', async () => {
    let now = 0;
    const breather = createBreather(() => now);
    let others = 0;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      others += 1;
    };
    port2.postMessage(null);
    await breather();
    expect(others).toBe(0);
    now = 50;
    await breather();
    expect(others).toBe(1);
    port1.close();
  });
});
