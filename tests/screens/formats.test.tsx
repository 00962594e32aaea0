import { describe, expect, it } from 'vitest';
import { imageType } from '#src/notes/image-type.ts';
import { textChange } from '#src/notes/text-change.ts';
import { countWords } from '#src/screens/editor/count-words.ts';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { menuPosition } from '#src/ui/menu-position.ts';
import { createTimeFormat } from '#src/ui/time-format.ts';

describe('times', () => {
  const at = (text: string) => new Date(text).getTime();
  const now = at('2026-11-22T12:00:00');
  it.each([
    ['2026-11-22T09:05:00', '9:05'],
    ['2026-11-21T23:59:00', 'Yesterday'],
    ['2026-11-17T08:00:00', 'Tuesday'],
    ['2026-11-03T08:00:00', '3 Nov'],
    ['2025-11-03T08:00:00', '3 Nov 2025'],
    ['2026-11-22T18:00:00', '18:00'],
  ])('%s reads %s', (time, words) => {
    expect(createTimeFormat('en-GB').short(at(time), now)).toBe(words);
  });
});

it('a time since when has the day where that is not today', () => {
  const now = new Date('2026-11-22T12:00:00').getTime();
  const { since } = createTimeFormat('en-GB');
  expect(since(new Date('2026-11-22T09:05:00').getTime(), now)).toBe('9:05');
  expect(since(new Date('2026-11-21T23:59:00').getTime(), now)).toBe('21 Nov, 23:59');
});

describe('times ahead', () => {
  it.each([
    [1, 'in 1 second'],
    [39_100, 'in 40 seconds'],
    [120_000, 'in 2 minutes'],
    [3 * 3_600_000, 'in 3 hours'],
    [-5_000, 'in 1 second'],
  ])('%i ms read %s', (ms, words) => {
    expect(createTimeFormat('en-GB').ahead(1_000_000 + ms, 1_000_000)).toBe(words);
  });
});

describe('sizes', () => {
  it.each([
    [1, '1 byte'],
    [999, '999 bytes'],
    [12_400, '12 kB'],
    [1_300_000, '1.2 MB'],
    [104_857_600, '100 MB'],
    [5 * 1024 ** 3, '5 GB'],
  ])('%i reads %s', (bytes, words) => {
    expect(formatBytes(bytes, 'en')).toBe(words);
  });
});

describe('what is shown as an image', () => {
  const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
  it.each([
    ['\x89PNG\r\n\x1a\n', 'image/png'],
    ['\xff\xd8\xff\xe0', 'image/jpeg'],
    ['GIF89a', 'image/gif'],
    ['RIFF\x10\0\0\0WEBPVP8 ', 'image/webp'],
    ['\0\0\0\x20ftypavif\0\0\0\0avifmif1', 'image/avif'],
    ['BM\x46\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0', 'image/bmp'],
    ['<svg xmlns="http://www.w3.org/2000/svg">', null],
    ['<!doctype html><script>', null],
    ['%PDF-1.7', null],
    ['BMW is a car, not a bitmap', null],
    ['RIFF\x10\0\0\0WAVEfmt ', null],
    ['', null],
  ])('begins with %j: %s', (start, type) => {
    expect(imageType(bytes(start))).toBe(type);
  });
});

describe('a change of text', () => {
  it.each([
    ['one three', 'one two three', { start: 5, end: 5, insert: 'wo t' }],
    ['aaa', 'aaaa', { start: 3, end: 3, insert: 'a' }],
    ['abc', '', { start: 0, end: 3, insert: '' }],
    ['same', 'same', { start: 4, end: 4, insert: '' }],
  ])('from %j to %j is one replacement', (before, after, change) => {
    expect(textChange(before, after)).toEqual(change);
    expect(before.slice(0, change.start) + change.insert + before.slice(change.end)).toBe(after);
  });
});

it('counts words in any script that parts them', () => {
  expect(countWords("It's well-known: قائمة الكتب, déjà vu 42 – done.")).toBe(8);
  expect(countWords(' \n ')).toBe(0);
  expect(countWords('Plan [plan.pdf](attachment:~/0abc-plan.pdf) ![photo](attachment:private/~/1-p.png)')).toBe(4);
});

describe('a menu', () => {
  const viewport = { width: 400, height: 300 };
  const menu = { width: 150, height: 120 };
  it('opens under its button, aligned with its edge', () => {
    expect(menuPosition({ left: 40, top: 20, width: 30, height: 30 }, menu, viewport, 'start')).toEqual({
      left: 40,
      top: 54,
    });
    expect(menuPosition({ left: 300, top: 20, width: 30, height: 30 }, menu, viewport, 'end')).toEqual({
      left: 180,
      top: 54,
    });
  });
  it('opens over it where there is no room, and never leaves the window', () => {
    expect(menuPosition({ left: 390, top: 260, width: 30, height: 30 }, menu, viewport, 'start')).toEqual({
      left: 242,
      top: 136,
    });
  });
});
