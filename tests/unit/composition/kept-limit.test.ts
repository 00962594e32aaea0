import { describe, expect, it } from 'vitest';
import { createKeptLimit } from '#src/composition/kept-limit.ts';

const megabyte = 1024 * 1024;

/** localStorage with one value; `full`: it takes nothing. */
function aMemory(value: string | null = null, full = false) {
  const memory = {
    value,
    getItem: () => memory.value,
    setItem(_: string, next: string) {
      if (full) throw new DOMException('', 'QuotaExceededError');
      memory.value = next;
    },
  };
  return memory;
}

describe('How much may be kept', () => {
  it('is 500 MB until a person has chosen', () => {
    expect(createKeptLimit(aMemory()).get()).toBe(500 * megabyte);
  });

  it('is the same in all tabs at once', () => {
    const memory = aMemory();
    const [here, there] = [createKeptLimit(memory), createKeptLimit(memory)];
    here.set(0);
    expect([here.get(), there.get()]).toEqual([0, 0]);
    there.set(2048 * megabyte);
    expect(here.get()).toBe(2048 * megabyte);
  });

  it('holds until the page is closed where the browser takes nothing', () => {
    const limit = createKeptLimit(aMemory(null, true));
    limit.set(100 * megabyte);
    expect(limit.get()).toBe(100 * megabyte);
  });

  it.each(['', 'much', '-1', '1e9', '9'.repeat(16)])('is not what no size could be: %j', (value) => {
    expect(createKeptLimit(aMemory(value)).get()).toBe(500 * megabyte);
  });
});
