import { describe, expect, it } from 'vitest';
import { backoff } from '#src/sync/backoff.ts';

describe('The pause before another try', () => {
  it('doubles from one second to five minutes', () => {
    const pauses = [1, 2, 3, 4, 9, 10, 1_000].map((failures) => backoff(failures, 0.999_999));
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 256_000, 300_000, 300_000]);
  });

  it('leaves the latter half of it to chance', () => {
    expect(backoff(4, 0)).toBe(4_000);
    expect(backoff(4, 0.5)).toBe(6_000);
  });

  it('is never shorter than AWS asks for', () => {
    expect(backoff(1, 0, 30_000)).toBe(30_000);
    expect(backoff(10, 0, 30_000)).toBe(150_000);
  });
});
