import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import { noteIdSchema } from '#src/store/stored-schemas.ts';
import type { Notebook } from '#src/sync/notebook.ts';
import type { PageEvents } from '#src/sync/page-events.ts';
import { type Memory, typingKey, typingKeys } from './device-copy.ts';

type Writing = Pick<Notebook, 'write' | 'choose'>;

/** Writes that the database has not confirmed. */
interface Unconfirmed {
  /** What `text` grew from, the oldest first: each of them may be what the database has in the end. */
  readonly seen: readonly string[];
  readonly text: string;
  /** How many writes of the note are on their way. */
  readonly underWay: number;
}

const wordsSchema = v.array(v.object({ id: noteIdSchema, seen: v.array(v.string()), text: v.string() }));

/**
 * A page that goes takes with it what the database has not confirmed: its transactions end with it. What is still being written then goes
 * into the browser's synchronous storage, and into the notebook when that is opened the next time. `tab`: unlike that of any other tab.
 */
export function createLastWords(deps: {
  readonly memory: Memory;
  readonly name: string;
  readonly tab: string;
  readonly page: Pick<PageEvents, 'subscribe'>;
  readonly notebook: Writing;
}) {
  const { memory, name, tab, page, notebook } = deps;
  const key = typingKey(name) + tab;
  const unconfirmed = new Map<NoteId, Unconfirmed>();
  let going = false;

  function keep(): void {
    const words = [...unconfirmed].map(([id, { seen, text }]) => ({ id, seen, text }));
    try {
      if (words.length === 0) memory.removeItem(key);
      else memory.setItem(key, JSON.stringify(words));
    } catch {
      // No room. The editor has had the browser ask whether to leave.
    }
  }

  const stop = page.subscribe((event) => {
    if (event !== 'hidden' && event !== 'focus') return;
    going = event === 'hidden';
    keep();
  });

  const carried =
    (write: Writing['write']): Writing['write'] =>
    async (id, edit) => {
      const before = unconfirmed.get(id);
      unconfirmed.set(id, {
        seen: [...(before?.seen ?? []), edit.seen],
        text: edit.text,
        underWay: (before?.underWay ?? 0) + 1,
      });
      if (going) keep();
      const result = await write(id, edit);
      const now = unconfirmed.get(id);
      if (now === undefined) return result;
      // What could not be written stays the last word until a later write of the note succeeds.
      if (now.underWay === 1 && result.ok) unconfirmed.delete(id);
      else unconfirmed.set(id, { ...now, underWay: now.underWay - 1 });
      if (going) keep();
      return result;
    };

  return { write: carried(notebook.write), choose: carried(notebook.choose), stop };
}

/** Writes what a page before could not. Merging what had arrived after all changes nothing. */
export async function takeUpLastWords(
  memory: Memory,
  name: string,
  notebook: Pick<Notebook, 'read' | 'write'>,
): Promise<void> {
  for (const key of typingKeys(memory, name)) {
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), wordsSchema), memory.getItem(key));
    if (!parsed.success) continue;
    let written = true;
    for (const { id, seen, text } of parsed.output) {
      const has = (await notebook.read(id))?.text;
      const from = seen.findLast((one) => one === has) ?? seen[0] ?? '';
      written = (await notebook.write(id, { seen: from, text })).ok && written;
    }
    if (written) memory.removeItem(key);
  }
}
