import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import type { ChangeChannel } from './change-channel.ts';
import type { StoreChange } from './note-store.ts';
import { noteIdSchema, summarySchema } from './stored-schemas.ts';

type Changed = StoreChange['changed'];

/** Tells this tab and the others what has changed. */
export interface ChangeFeed {
  /** `revision`: grows with every change of the store, whichever tab makes it. */
  publish(changed: Changed, revision: number): void;
  subscribe(listener: (change: StoreChange) => void): () => void;
  close(): void;
}

const messageSchema = v.object({
  revision: v.number(),
  changed: v.array(v.object({ id: noteIdSchema, summary: v.nullable(summarySchema) })),
});

/** `channel`: null where no other tab has these notes. Listeners are called at once, in the order in which they came. */
export function createChangeFeed(channel: ChangeChannel | null): ChangeFeed {
  const listeners = new Set<(change: StoreChange) => void>();
  const told = new Map<NoteId, number>();

  function tell(changed: Changed, revision: number, from: StoreChange['from']): void {
    // Two tabs' messages may cross: of a note, what is older than what was told already is not told any more.
    const news = changed.filter(({ id }) => revision > (told.get(id) ?? Number.NEGATIVE_INFINITY));
    for (const { id } of news) told.set(id, revision);
    if (news.length === 0) return;
    for (const listener of [...listeners]) listener({ changed: news, from });
  }

  channel?.listen((message) => {
    const parsed = v.safeParse(messageSchema, message);
    if (parsed.success) tell(parsed.output.changed, parsed.output.revision, 'another tab');
  });

  return {
    publish(changed, revision) {
      if (changed.length === 0) return;
      channel?.post({ revision, changed });
      tell(changed, revision, 'this tab');
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
