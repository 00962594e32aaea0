import * as v from 'valibot';
import type { ChangeChannel } from './change-channel.ts';

/** Tells this tab and the others which files have changed. */
export interface FileFeed {
  publish(keys: readonly string[]): void;
  subscribe(listener: (keys: readonly string[]) => void): () => void;
  close(): void;
}

const messageSchema = v.array(v.string());

/** `channel`: null where no other tab has these files. */
export function createFileFeed(channel: ChangeChannel | null): FileFeed {
  const listeners = new Set<(keys: readonly string[]) => void>();

  function tell(keys: readonly string[]): void {
    for (const listener of [...listeners]) listener(keys);
  }

  channel?.listen((message) => {
    const parsed = v.safeParse(messageSchema, message);
    if (parsed.success) tell(parsed.output);
  });

  return {
    publish(keys) {
      if (keys.length === 0) return;
      channel?.post(keys);
      tell(keys);
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close() {
      listeners.clear();
      channel?.close();
    },
  };
}
