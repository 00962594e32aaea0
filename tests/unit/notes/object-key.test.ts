import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likelyOnItsWay, newObjectKey } from '#src/notes/object-key.ts';
import { wireName } from '#src/notes/wire-attachment.ts';
import { anyText } from './any-text.ts';

const prefix = 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e/';
const randomBytes = (length: number) => new Uint8Array(length).fill(7);
const keyOf = (name: string, now = 1_700_000_000_000) => newObjectKey({ prefix, now, randomBytes, name });
const nameOf = (name: string) => wireName(keyOf(name).slice(prefix.length));

describe("a new object's key", () => {
  it('is the prefix, an id and the name', () => {
    expect(keyOf('plan.pdf')).toMatch(/^us-east-1:[0-9a-f-]{36}\/\w{19}-plan\.pdf$/);
  });

  it('sorts by time', () => {
    const times = [1, 1_700_000_000_000, 36 ** 8 - 1, 36 ** 8, 36 ** 9 - 1];
    const keys = times.map((now) => keyOf('a', now));
    expect([...keys].sort()).toEqual(keys);
  });

  it('differs with the dice', () => {
    const dice = (value: number) => (length: number) => new Uint8Array(length).fill(value);
    const key = (value: number) => newObjectKey({ prefix, now: 0, randomBytes: dice(value), name: 'a' });
    expect(key(1)).not.toBe(key(2));
  });

  it.each([
    ['Plan (final)_v2.tar.gz', 'Plan_(final)_v2.tar.gz'],
    ['отчёт.pdf', 'отчёт.pdf'],
    ['写真.jpg', '写真.jpg'],
    ['cafe\u0301.png', 'caf\u00e9.png'],
    ['a/b\\c.png', 'a_b_c.png'],
    ['../../etc/passwd', '._._etc_passwd'],
    ['a\u0000b\nc.png', 'a_b_c.png'],
    ['50% off?#1+1&2.png', '50__off_1_1_2.png'],
    ['\u202egnp.exe', '_gnp.exe'],
    ['', 'file'],
    ['...', 'file'],
    ['///', 'file'],
    ['👍', 'file'],
  ])('carries the name %j as %j', (name, safe) => {
    expect(nameOf(name)).toBe(safe);
  });

  it('keeps the extension of a long name, and whole characters', () => {
    const name = nameOf(`${'日'.repeat(1_000)}.docx`);
    expect(name).toMatch(/^日+\.docx$/);
    expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255);
  });

  it('is safe whatever the name is', () => {
    const longPrefix = fc.constantFrom(prefix, `private/${'p'.repeat(900)}/`);
    fc.assert(
      fc.property(anyText(200), longPrefix, (name, lead) => {
        const key = newObjectKey({ prefix: lead, now: 0, randomBytes, name });
        const own = key.slice(lead.length);
        expect({
          fits: new TextEncoder().encode(key).length <= 1_024,
          isSafe: /^\w{19}-[^/\\\p{Cc}\p{Surrogate}\s?#%+]+$/u.test(own) && !own.includes('..'),
          path: new URL(`https://x.test/${own}`).pathname,
          composed: own.normalize('NFC'),
        }).toEqual({ fits: true, isSafe: true, path: `/${encodeURI(own)}`, composed: own });
      }),
    );
  });
});

describe('an object that is not there', () => {
  const now = Date.UTC(2026, 10, 27);
  const hour = 60 * 60_000;
  it.each([
    ['a key of a minute ago', keyOf('a.png', now - 60_000), true],
    ['… by a clock that is fast', keyOf('a.png', now + hour / 2), true],
    ['a key of yesterday', keyOf('a.png', now - 25 * hour), false],
    ['an old client’s key of a minute ago', `${prefix}${now - 60_000}-a.png`, true],
    ['… of 2017, whose prefix ends otherwise', `${prefix.slice(0, -1)}-${now - 60_000}-a.png`, true],
    ['an old client’s key of yesterday', `${prefix}${now - 25 * hour}-a.png`, false],
    ['a key without a time', `${prefix}a-1.png`, false],
  ])('under %s: is it likely on its way? %s', (_what, key, isLikely) => {
    expect(likelyOnItsWay(key, now)).toBe(isLikely);
  });
});
