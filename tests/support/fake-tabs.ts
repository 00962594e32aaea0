import { createSessionGate, type SessionChannel, type SessionGate } from '#src/aws/session-gate.ts';
import { fakeWebLocks } from './fake-web-locks.ts';

/** What the tabs of one browser share beside its storage. `open` gives a tab's own ends of it. */
export function fakeTabs() {
  const locks = fakeWebLocks();
  const listeners = new Map<object, ((message: unknown) => void)[]>();
  const openChannel = (): SessionChannel => {
    const self = {};
    listeners.set(self, []);
    return {
      post(message) {
        for (const [other, its] of listeners) if (other !== self) for (const listener of its) listener(message);
      },
      listen: (listener) => void listeners.get(self)?.push(listener),
    };
  };
  const every = () => () => {};
  return {
    locks,
    openChannel,
    open(): { readonly gate: SessionGate; readonly channel: SessionChannel } {
      const channel = openChannel();
      return { channel, gate: createSessionGate({ locks, channel, every }) };
    },
  };
}

/** The parts of `AwsWorld` that are about other tabs, for a test with one tab. */
export function aloneInTheBrowser() {
  const { locks, openChannel } = fakeTabs();
  return { locks, openChannel, every: () => () => {} };
}
