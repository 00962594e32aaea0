import { join } from 'node:path';
import { openJsonFile } from './json-file.ts';
import type { InboxMessage } from './service.ts';

/** Where mail and text messages land; the oldest first. */
export interface Inbox {
  messages(): readonly InboxMessage[];
  deliver(message: InboxMessage): Promise<void>;
  clear(): Promise<void>;
}

/** How many messages are kept. */
const CAPACITY = 200;

/** Kept in `dir`, so that a code can still be read after a restart; null: in memory. */
export async function openInbox(dir: string | null): Promise<Inbox> {
  const file = await openJsonFile<InboxMessage[]>(dir === null ? null : join(dir, 'inbox.json'), () => []);
  const keep = (messages: readonly InboxMessage[]) => {
    file.value = [...messages];
    return file.save();
  };
  return {
    messages: () => file.value,
    deliver: (message) => keep([...file.value, message].slice(-CAPACITY)),
    clear: () => keep([]),
  };
}
