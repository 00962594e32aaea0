import { describe, expect, it } from 'vitest';
import { forgetDeviceCopy } from '#src/composition/device-copy.ts';
import { createSearchMemory } from '#src/composition/search-memory.ts';
import { withRecent } from '#src/notes/kept-searches.ts';

function aStorage() {
  const values = new Map<string, string>();
  return {
    values,
    get length() {
      return values.size;
    },
    key: (at: number) => [...values.keys()][at] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
  };
}

describe('the memory of searches', () => {
  it('outlives the page, and takes in what another tab has added', () => {
    const storage = aStorage();
    const one = createSearchMemory(storage, 'ada');
    const other = createSearchMemory(storage, 'ada');
    one.change((searches) => withRecent(searches, 'eggs'));
    other.change((searches) => withRecent(searches, 'milk'));
    expect(createSearchMemory(storage, 'ada').get().recent).toEqual(['milk', 'eggs']);
  });

  it('is one for each person, and goes with the copy of the notes', () => {
    const storage = aStorage();
    createSearchMemory(storage, 'ada').change((searches) => withRecent(searches, 'eggs'));
    expect(createSearchMemory(storage, 'bob').get().recent).toEqual([]);
    forgetDeviceCopy(storage, 'ada');
    expect([...storage.values]).toEqual([]);
  });

  it('keeps nothing on a computer where nothing is to be kept', () => {
    const storage = aStorage();
    const memory = createSearchMemory(storage, null);
    memory.change((searches) => withRecent(searches, 'eggs'));
    expect(memory.get().recent).toEqual(['eggs']);
    expect([...storage.values]).toEqual([]);
  });

  it('goes on where the storage refuses', () => {
    const refuse = () => {
      throw new Error('full');
    };
    const memory = createSearchMemory({ getItem: refuse, setItem: refuse }, 'ada');
    memory.change((searches) => withRecent(searches, 'eggs'));
    expect(memory.get().recent).toEqual(['eggs']);
  });
});
