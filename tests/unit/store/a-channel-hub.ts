import type { ChangeChannel } from '#src/store/change-channel.ts';

/** Channels that reach each other as tabs do: a copy of the message, to all others of the name, before `post` returns. */
export function aChannelHub(): (name: string) => ChangeChannel {
  const listeners = new Set<{
    readonly self: object;
    readonly name: string;
    readonly listener: (message: unknown) => void;
  }>();
  return (name) => {
    const self = {};
    return {
      post(message) {
        for (const { self: other, name: itsName, listener } of [...listeners]) {
          if (other !== self && itsName === name) listener(cloned(message));
        }
      },
      listen: (listener) => void listeners.add({ self, name, listener }),
      close() {
        for (const one of listeners) if (one.self === self) listeners.delete(one);
      },
    };
  };
}

/** Node 20 makes a Blob of a File; browsers give the other tab the same file. */
const cloned = (message: unknown): unknown =>
  typeof message === 'object' && message !== null && 'file' in message
    ? { ...structuredClone({ ...message, file: null }), file: message.file }
    : structuredClone(message);
