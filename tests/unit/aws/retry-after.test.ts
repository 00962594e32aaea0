import { describe, expect, it } from 'vitest';
import { retryAfter } from '#src/aws/retry-after.ts';

const now = Date.parse('2026-11-22T20:00:00Z');

describe('Retry-After', () => {
  it('is read as seconds', () => {
    expect(retryAfter('120', now)).toBe(120_000);
  });

  it('is read as a date', () => {
    expect(retryAfter('Sun, 22 Nov 2026 20:00:30 GMT', now)).toBe(30_000);
  });

  it('is no pause where the date is past', () => {
    expect(retryAfter('Sun, 22 Nov 2026 19:00:00 GMT', now)).toBe(0);
  });

  it.each([undefined, 'soon', ''])('is left out where it says "%s"', (header) => {
    expect(retryAfter(header, now)).toBeUndefined();
  });
});
