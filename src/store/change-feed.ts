import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { ChangeChannel } from './change-channel.ts';
import type { StoreChange } from './note-store.ts';
import { noteIdSchema, summarySchema } from './stored-schemas.ts';

/** `revision` grows with every change of a note, whichever tab makes it. */
export interface RevisedSummary {
  readonly id: NoteId;
  readonly summary: NoteSummary | null;
  readonly revision: number;
}

/** Tells this tab and the others what has changed. */
export interface ChangeFeed {
  publish(changed: readonly RevisedSummary[]): void;
  subscribe(listener: (change: StoreChange) => void): () => void;
  close(): void;
}

const messageSchema = v.object({
  changed: v.array(v.object({ id: noteIdSchema, summary: v.nullable(summarySchema), revision: v.number() })),
});

/** `channel`: null where no other tab has these notes. Listeners are called at once, in the order in which they came. */
export function createChangeFeed(channel: ChangeChannel | null): ChangeFeed {
  const listeners = new Set<(change: StoreChange) => void>();
  const told = new Map<NoteId, number>();

  function tell(changed: readonly RevisedSummary[], from: StoreChange['from']): void {
    // Two tabs' messages may cross: what is older than what was told already is not told any more.
    const news = changed.filter(({ id, revision }) => revision >= (told.get(id) ?? 0));
    for (const { id, revision } of news) told.set(id, revision);
    if (news.length === 0) return;
    const change = { changed: news.map(({ id, summary }) => ({ id, summary })), from };
    for (const listener of [...listeners]) listener(change);
  }

  channel?.listen((message) => {
    const parsed = v.safeParse(messageSchema, message);
    if (parsed.success) tell(parsed.output.changed, 'another tab');
  });

  return {
    publish(changed) {
      if (changed.length === 0) return;
      channel?.post({ changed });
      tell(changed, 'this tab');
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
