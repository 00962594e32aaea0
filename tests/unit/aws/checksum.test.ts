import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { agrees, compositeSha256, partSizeOf, sha256 } from '#src/aws/checksum.ts';

const mebibyte = 1024 * 1024;
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

describe('the size of parts', () => {
  it.each([
    [0, null],
    [5 * mebibyte, null],
    [5 * mebibyte + 1, 8 * mebibyte],
    [80_000 * mebibyte, 8 * mebibyte],
    [80_000 * mebibyte + 1, 9 * mebibyte],
  ])('of %d bytes is %s', (size, expected) => {
    expect(partSizeOf(size)).toBe(expected);
  });
});

describe('a checksum', () => {
  const bytes = new Uint8Array(9 * mebibyte).map((_, index) => index >> 7);
  const blob = new Blob([bytes]);
  const parts = [bytes.subarray(0, 8 * mebibyte), bytes.subarray(8 * mebibyte)].map(hash);
  const composite = `${hash(Buffer.concat(parts)).toString('base64')}-2`;

  it('of bytes is their SHA-256 in base64', async () => {
    expect(await sha256(blob)).toBe(hash(bytes).toString('base64'));
  });

  it('of an upload in parts is made of those of the parts', async () => {
    expect(await compositeSha256(parts.map((part) => part.toString('base64')))).toBe(composite);
  });

  it('agrees with the bytes that it was made of, whole or in parts, and with no others', async () => {
    const others = new Blob([bytes.subarray(1), bytes.subarray(0, 1)]);
    expect(await agrees(blob, composite, sha256)).toBe(true);
    expect(await agrees(blob, hash(bytes).toString('base64'), sha256)).toBe(true);
    expect(await agrees(others, composite, sha256)).toBe(false);
    expect(await agrees(others, hash(bytes).toString('base64'), sha256)).toBe(false);
  });

  it('is believed where the parts were of another size', async () => {
    expect(await agrees(blob, `${hash(bytes).toString('base64')}-3`, sha256)).toBe(true);
  });
});
