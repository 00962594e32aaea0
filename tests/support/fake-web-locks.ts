type Mode = 'shared' | 'exclusive';

interface Asked {
  readonly mode: Mode;
  readonly grant: () => void;
}

/** The browser's lock manager for one origin, as far as it is used (https://w3c.github.io/web-locks/): granted in the order of asking. */
export function fakeWebLocks(): Pick<LockManager, 'request'> {
  const queues = new Map<string, Asked[]>();
  const held = new Map<string, Mode[]>();

  function next(name: string): void {
    const queue = queues.get(name) ?? [];
    const holders = held.get(name) ?? [];
    const first = queue[0];
    if (first === undefined) return;
    const fits = holders.length === 0 || (first.mode === 'shared' && !holders.includes('exclusive'));
    if (!fits) return;
    queues.set(name, queue.slice(1));
    held.set(name, [...holders, first.mode]);
    first.grant();
    next(name);
  }

  async function request<T>(name: string, ...rest: readonly unknown[]): Promise<T> {
    const work = rest.at(-1) as LockGrantedCallback<T>;
    const { mode = 'exclusive' } = (rest.length > 1 ? rest[0] : {}) as LockOptions;
    await new Promise<void>((grant) => {
      queues.set(name, [...(queues.get(name) ?? []), { mode, grant }]);
      next(name);
    });
    try {
      return (await work({ name, mode })) as T;
    } finally {
      const holders = [...(held.get(name) ?? [])];
      holders.splice(holders.indexOf(mode), 1);
      held.set(name, holders);
      next(name);
    }
  }

  return { request };
}
