import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { createMentions } from './mentions.ts';

/**
 * Those of the keys that nothing on this device names or mentions: no note, whether in the trash or on its way out, nothing that AWS holds
 * of one, no text of the history, nothing that was set aside, and no file on its way. `breathe`: lets the page do something else.
 */
export async function findUnnamed(
  keys: readonly string[],
  deps: {
    readonly store: Pick<NoteStore, 'files' | 'namedInHistory'>;
    readonly home: AttachmentHome;
    readonly breathe: () => Promise<void>;
  },
): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set();
  const files = await deps.store.files();
  const mentions = createMentions(keys, deps.home);
  for await (const texts of files.texts()) {
    for (const text of texts) {
      mentions.look(text);
      await deps.breathe();
    }
  }
  // Last, so that what was written meanwhile counts.
  const [remembered, named, uploads] = await Promise.all([
    deps.store.namedInHistory(mentions.unmentioned()),
    files.named(),
    files.uploads(),
  ]);
  const sending = new Set(uploads.map(({ key }) => key));
  return new Set(mentions.unmentioned().filter((key) => !remembered.has(key) && !named.has(key) && !sending.has(key)));
}
