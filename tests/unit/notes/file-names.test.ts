import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentNamed } from '#src/aws/content-disposition.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import { noteAttachments } from '#src/notes/note-attachments.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { downloadName, shownName } from '#src/notes/shown-name.ts';
import { anyText } from './any-text.ts';

const home = {
  identityId: 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e',
  bucket: 'bucket',
  prefix: 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e/',
};

/** The file goes into a note that has a text, and is downloaded from there: what the browser is told to call it. */
function wayOf(name: string, text = '') {
  const key = newObjectKey({ prefix: home.prefix, now: 1_700_000_000_000, randomBytes, name });
  const link = attachmentLink({ key, identityId: home.identityId, name, inline: false });
  const found = noteAttachments(addAttachment(text, link), null, home).at(-1);
  const header = attachmentNamed(downloadName(found?.name ?? '', found?.keys[0] ?? ''));
  const [, plain = '', encoded = ''] = /^attachment; filename="([^"]*)"; filename\*=UTF-8''(.*)$/.exec(header) ?? [];
  return { key, found, plain, downloaded: decodeURIComponent(encoded) };
}

const scripts = ['отчёт', '写真', 'تقرير', 'דוח', 'รายงาน', 'रिपोर्ट', '👩‍🚀', 'café', 'a b'];

describe("a file's name", () => {
  it.each([...scripts, 'it’s "50% off" & [more] <now>; *x*~`#1', 'Plan (final)!', '.env', 'a..b', "o'clock", '$&'])(
    'comes back as it was: %s',
    (stem) => {
      const name = `${stem}.pdf`;
      const { key, found, downloaded } = wayOf(name, 'Plan');
      expect([found?.name, downloaded, found?.keys]).toEqual([name, name, [key]]);
    },
  );

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['..\\..\\boot.ini', 'boot.ini'],
    ['Photos/2026/sea.jpg', 'sea.jpg'],
    ['photo\u202egnp.exe', 'photognp.exe'],
    ['\u2066a\u2069.txt', 'a.txt'],
    ['a\u0000b\r\nSet-Cookie: x.txt', 'abSet-Cookie: x.txt'],
    ['', 'file'],
    [' \u200b ', 'file'],
    ['..', 'file'],
    ['folder/', 'folder_'],
    ['folder/..', 'file'],
    ['a\ud83d.txt', 'a\ufffd.txt'],
  ])('%j is downloaded as %j', (name, downloaded) => {
    expect(wayOf(name).downloaded).toBe(downloaded);
  });

  it('of 255 bytes comes back whole, and a longer one with its extension', () => {
    const long = `${'日'.repeat(83)}ab.txt`;
    expect(new TextEncoder().encode(long)).toHaveLength(255);
    expect(wayOf(long).downloaded).toBe(long);
    expect(wayOf(`${'日'.repeat(1_000)}.docx`).downloaded).toMatch(/^日{83}\.docx$/);
  });

  it('is nobody else’s: files of one name have keys of their own', () => {
    expect(new Set(Array.from({ length: 50 }, () => wayOf('a.txt').key)).size).toBe(50);
  });

  it('whatever it is, comes back without what deceives, and leads to its own object', () => {
    const parts = fc.constantFrom(
      ...scripts,
      '../',
      '..\\',
      '"',
      "'",
      '\u202e',
      '\0',
      '\r\n',
      '.',
      ' ',
      '[',
      '](',
      '`',
      '~',
    );
    const anyName = fc.oneof(
      anyText(300),
      fc.string({ unit: 'grapheme', maxLength: 80 }),
      fc.array(parts, { maxLength: 12 }).map((all) => all.join('')),
    );
    fc.assert(
      fc.property(anyName, anyText(), (name, text) => {
        const { key, found, plain, downloaded } = wayOf(name, text);
        expect(found?.keys).toEqual([key]);
        expect(downloaded).toMatch(/^[^/\\\p{Cc}\p{Surrogate}\u202a-\u202e\u2066-\u2069]+$/u);
        expect(downloaded).not.toMatch(/^\.*$/);
        expect(plain).toMatch(/^[ -~]+$/);
        expect(new TextEncoder().encode(downloaded).length).toBeLessThanOrEqual(255);
        const own = shownName(name);
        const isPlain = own !== '' && own === name && !/[/\\]/.test(name) && !/^\.+$/.test(name);
        if (isPlain && new TextEncoder().encode(name).length <= 255) expect(downloaded).toBe(name);
      }),
      { numRuns: 1_000 },
    );
  });
});
