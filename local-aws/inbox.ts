import { join } from 'node:path';
import { openJsonFile } from './json-file.ts';
import type { InboxMessage } from './service.ts';

/** Where mail and text messages land; the oldest first. */
export interface Inbox {
  messages(): readonly InboxMessage[];
  /** The message is there at once, and on disk by the time `saved` resolves. */
  deliver(message: InboxMessage): void;
  clear(): void;
  saved(): Promise<void>;
}

/** How many messages are kept. */
const CAPACITY = 200;

/** Kept in `dir`, so that a code can still be read after a restart; null: in memory. */
export async function openInbox(dir: string | null): Promise<Inbox> {
  const file = await openJsonFile<InboxMessage[]>(dir === null ? null : join(dir, 'inbox.json'), () => []);
  let saving: Promise<void> = Promise.resolve();
  const keep = (messages: readonly InboxMessage[]) => {
    file.value = [...messages];
    saving = file.save();
    // Whoever waits for `saved` hears of a failure; until then nobody does.
    saving.catch(() => undefined);
  };
  return {
    messages: () => file.value,
    deliver: (message) => keep([...file.value, message].slice(-CAPACITY)),
    clear: () => keep([]),
    saved: () => saving,
  };
}
