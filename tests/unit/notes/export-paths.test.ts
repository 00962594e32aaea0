import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachmentFileName, noteFileName } from '#src/notes/export-file-name.ts';
import { createExportPaths } from '#src/notes/export-paths.ts';
import { anyText } from './any-text.ts';

const nameOf = (text: string) => createExportPaths().note(text);
const fileOf = (name: string, key: string) => createExportPaths().attachment(attachmentFileName(name, key));
const bytes = (text: string) => new TextEncoder().encode(text).length;

/** Titles that are more likely to be in each other's way, or in the system's, than any at all. */
const anyTitle = fc.oneof(
  anyText(200),
  fc
    .array(
      fc.constantFrom(...'aAéßẞıİſςσ.. -<>:"/\\|?*\u202e\u0000\ufeff👩‍👩‍👧', 'e\u0301', ' (2)', 'con', 'LPT1', '.'),
    )
    .map((all) => all.join('')),
);

describe("a note's file", () => {
  it.each([
    ['# Garden plan', 'Garden plan.md'],
    ['Re: AC/DC "live"?', 'Re AC DC live.md'],
    ['12:30 <lunch> | *now*', '12 30 lunch now.md'],
    ['  Wait...  ', 'Wait.md'],
    ['.env', 'env.md'],
    ['', 'Untitled.md'],
    ['???', 'Untitled.md'],
    ['\u200b\u202e', 'Untitled.md'],
    ['con', '_con.md'],
    ['LPT1.txt', '_LPT1.txt.md'],
    ['COM\u00b9', '_COM\u00b9.md'],
    ['console', 'console.md'],
    ['\u202egnp.exe', 'gnp.exe.md'],
    ['cafe\u0301', 'caf\u00e9.md'],
    ['今日は', '今日は.md'],
    ['👩‍👩‍👧 family', '👩‍👩‍👧 family.md'],
  ])('of %j is %j', (text, path) => {
    expect(nameOf(text)).toBe(path);
  });

  it('is in a folder of its own where the note is in the archive or the trash', () => {
    expect(nameOf('---\narchived: true\n---\nOld')).toBe('Archive/Old.md');
    expect(nameOf('---\ntrashed: 2026-11-20T10:00:00Z\n---\nOld')).toBe('Trash/Old.md');
    expect(nameOf('---\narchived: true\ntrashed: 2026-11-20T10:00:00Z\n---\nOld')).toBe('Trash/Old.md');
  });

  it('has a number where the folder has one that a disk may take for the same', () => {
    const paths = createExportPaths();
    const titles = ['Plan', 'plan', 'PLAN', 'Plan (2)', 'Caf\u00e9', 'cafe\u0301', 'Straße', 'STRASSE', 'STRA\u1e9eE'];
    expect(titles.map(paths.note)).toEqual([
      'Plan.md',
      'plan (2).md',
      'PLAN (3).md',
      'Plan (2) (2).md',
      'Caf\u00e9.md',
      'caf\u00e9 (2).md',
      'Straße.md',
      'STRASSE (2).md',
      'STRA\u1e9eE (3).md',
    ]);
    expect(paths.note('---\narchived: true\n---\nPlan')).toBe('Archive/Plan.md');
  });

  it('is cut between two graphemes, and leaves room for its number', () => {
    const paths = createExportPaths();
    const long = 'ä👩‍👩‍👧'.repeat(30);
    const names = [paths.note(long), paths.note(long), paths.note(long)];
    expect(names).toEqual(['', ' (2)', ' (3)'].map((number) => `${'ä👩‍👩‍👧'.repeat(5)}ä${number || '👩‍👩‍👧'}.md`));
  });

  it('is one that every disk takes, whatever the titles are', () => {
    fc.assert(
      fc.property(fc.array(anyTitle, { minLength: 1, maxLength: 20 }), (titles) => {
        const paths = createExportPaths();
        const names = titles.map(paths.note);
        for (const name of names) {
          const stem = name.slice(0, -'.md'.length);
          expect({
            name,
            // What no system takes, and what changes how the name is read.
            isSafe: !/[<>:"/\\|?*\p{Cc}\p{Surrogate}\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/u.test(name),
            isNoDevice: !/^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./i.test(name),
            beginsAndEnds: /^[^\s.](?:.*[^\s.])?$/su.test(stem),
            fits: bytes(stem) <= 120,
            composed: name.normalize('NFC'),
          }).toEqual({ name, isSafe: true, isNoDevice: true, beginsAndEnds: true, fits: true, composed: name });
        }
        expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
        expect(new Set(names.map((name) => name.toUpperCase())).size).toBe(names.length);
      }),
      { numRuns: 500 },
    );
  });

  it('is found in no time among ten thousand of one title', () => {
    const paths = createExportPaths();
    const names = Array.from({ length: 10_000 }, () => paths.note('Untitled'));
    expect(names.at(-1)).toBe('Untitled (10000).md');
  });
});

describe("an attachment's file", () => {
  it.each([
    ['plan.pdf', '~/0a-plan.pdf', 'plan.pdf'],
    ['Plan (final).PDF', '~/0a-Plan_(final).pdf', 'Plan (final).PDF'],
    ['the plan', '~/0a-plan.pdf', 'the plan.pdf'],
    ['a: b?.png', '~/0a-a_b_.png', 'a b.png'],
    ['../../etc/passwd', '~/0a-passwd', 'etc passwd'],
    ['', '~/0a-x.png', 'file.png'],
    ['photo.jpg', '~/0a-photo.webp', 'photo.jpg.webp'],
    ['.gitignore', '~/0a-.gitignore', 'gitignore'],
    ['\u202e', '~/0a-x', 'file'],
    ['aux.h', '~/0a-aux.h', '_aux.h'],
    ['archive.tar.gz', '~/0a-archive.tar.gz', 'archive.tar.gz'],
    ['README', 'us-east-1:1.2/README', 'README'],
  ])('of %j at %j is %j', (name, key, path) => {
    expect(fileOf(name, key)).toBe(`attachments/${path}`);
  });

  it('keeps its extension behind a number', () => {
    const paths = createExportPaths();
    const two = ['a.png', 'A.PNG'].map((name) => paths.attachment(attachmentFileName(name, '~/a.png')));
    expect(two).toEqual(['attachments/a.png', 'attachments/A (2).PNG']);
  });

  it('is cut before its extension', () => {
    for (const length of [100, 10_000]) {
      const { stem, extension } = attachmentFileName(`${'日'.repeat(length)}.docx`, '~/x.docx');
      expect([stem, extension]).toEqual(['日'.repeat(40), '.docx']);
    }
    expect(noteFileName('a'.repeat(300)).stem).toBe('a'.repeat(120));
  });
});
