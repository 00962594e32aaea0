import { describe, expect, it } from 'vitest';
import { forgetDeviceCopy, keepDeviceCopy, rememberDeviceCopy } from '#src/composition/device-copy.ts';
import { fakeStorage } from '../aws/fake-storage.ts';

/** A browser's storage that keeps, or refuses to keep, what it holds. */
function aBrowser(answers: { readonly persisted: () => Promise<boolean>; readonly persist: () => Promise<boolean> }) {
  const asked: string[] = [];
  const storage = {
    persisted() {
      asked.push('persisted');
      return answers.persisted();
    },
    persist() {
      asked.push('persist');
      return answers.persist();
    },
  };
  return { storage, asked };
}

describe('The browser is asked to keep the notes', () => {
  it.each([
    ['once', async () => false, ['persisted', 'persist']],
    ['not where it keeps them already', async () => true, ['persisted']],
  ])('%s', async (_, persisted, asked) => {
    const browser = aBrowser({ persisted, persist: async () => true });
    await keepDeviceCopy(browser);
    expect(browser.asked).toEqual(asked);
  });

  it.each([
    ['refuses', async () => false],
    ['cannot say', () => Promise.reject(new TypeError('not here'))],
  ])('and nothing happens where it %s', async (_, persist) => {
    await expect(keepDeviceCopy(aBrowser({ persisted: async () => false, persist }))).resolves.toBeUndefined();
    await expect(keepDeviceCopy(aBrowser({ persisted: persist, persist }))).resolves.toBeUndefined();
  });
});

describe('A copy of the notes', () => {
  const remember = (memory: Storage, isNew: boolean, now = 5) =>
    rememberDeviceCopy({ memory, name: 'notes', isNew, now });

  it('is remembered from when it was made on, and misses nothing', () => {
    const { storage, keys } = fakeStorage();
    expect([remember(storage, true, 5), remember(storage, false, 9)]).toEqual([{ evicted: false }, { evicted: false }]);
    expect([keys(), storage.getItem('satchel.copy.notes')]).toEqual([['satchel.copy.notes'], '5']);
  });

  it('was removed by the browser where it is remembered and has to be made anew, which is said once', () => {
    const { storage } = fakeStorage();
    remember(storage, true, 5);
    expect(remember(storage, true, 9)).toEqual({ evicted: true });
    expect([remember(storage, false, 12), storage.getItem('satchel.copy.notes')]).toEqual([{ evicted: false }, '9']);
  });

  it('is remembered where an older Satchel had made it', () => {
    const { storage } = fakeStorage();
    expect(remember(storage, false)).toEqual({ evicted: false });
    expect(remember(storage, true)).toEqual({ evicted: true });
  });

  it('is not missed once the person has had it deleted', () => {
    const { storage, keys } = fakeStorage();
    remember(storage, true);
    forgetDeviceCopy(storage, 'notes');
    expect(keys()).toEqual([]);
    expect(remember(storage, true)).toEqual({ evicted: false });
  });

  it('opens also where nothing can be remembered', () => {
    const { storage } = fakeStorage();
    const full: Storage = {
      ...storage,
      setItem() {
        throw new DOMException('No room.', 'QuotaExceededError');
      },
    };
    expect(remember(full, true)).toEqual({ evicted: false });
  });
});
