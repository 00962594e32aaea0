import { describe, expect, it } from 'vitest';
import { takeShared } from '#src/composition/shared-entry.ts';

/** A tab, and what it remembers. */
const aTab = () => {
  const remembered = new Map<string, string>();
  const sessionStorage = {
    getItem: (key: string) => remembered.get(key) ?? null,
    setItem: (key: string, value: string) => void remembered.set(key, value),
  };
  const open = (address: string) => {
    const url = new URL(address, 'https://notes.example');
    const location = { pathname: url.pathname, search: url.search };
    const history = {
      state: null,
      replaceState: (_state: unknown, _title: string, path: string) =>
        Object.assign(location, { pathname: path, search: '' }),
    };
    const text = takeShared({ location, history, sessionStorage } as unknown as Window);
    return { text, address: location.pathname + location.search };
  };
  return { open };
};

describe('what another app or page shares', () => {
  it('goes from the address, and is there after a reload, wherever that is', () => {
    const { open } = aTab();
    expect(open('/notes/new?text=Bread')).toEqual({ text: 'Bread', address: '/notes/new' });
    expect(open('/notes/new').text).toBe('Bread');
    expect(open('/login?redirect=%2Fnotes%2Fnew')).toEqual({
      text: 'Bread',
      address: '/login?redirect=%2Fnotes%2Fnew',
    });
  });

  it('is added to what nobody has decided about yet, once', () => {
    const { open } = aTab();
    open('/notes/new?text=Bread');
    expect(open('/notes/new?text=Bread').text).toBe('Bread');
    expect(open('/notes/new?text=Butter').text).toBe('Bread\n\nButter');
  });
});
