/** localStorage in memory, with the events of other tabs raised by hand. */
export function fakeStorage(initial: Readonly<Record<string, string>> = {}) {
  const items = new Map(Object.entries(initial));
  const events = new EventTarget();
  const storage: Storage = {
    get length() {
      return items.size;
    },
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    setItem: (key, value) => void items.set(key, value),
    removeItem: (key) => void items.delete(key),
    clear: () => items.clear(),
  };
  return {
    storage,
    events: { addEventListener: events.addEventListener.bind(events) },
    keys: () => [...items.keys()],
    /** Another tab changes an item; null removes it. */
    elsewhere(key: string, value: string | null) {
      if (value === null) items.delete(key);
      else items.set(key, value);
      events.dispatchEvent(Object.assign(new Event('storage'), { key }));
    },
  };
}
