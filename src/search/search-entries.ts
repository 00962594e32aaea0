import { bodyOf } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import {
  type SearchableSummary,
  type SearchableText,
  searchableSummary,
  searchableText,
} from '#src/notes/search-note.ts';
import type { NoteSource, SummaryChange } from './note-source.ts';

/** A note as it is searched. One that changes is another entry from then on. */
export interface Entry extends SearchableSummary {
  /** Of its note, the same after each change: where the note's id stands among `names`. */
  readonly number: number;
  /** null until it has been read. */
  text: SearchableText | null;
  /** The note has gone, or is another entry now. */
  gone: boolean;
}

export interface SearchEntries {
  /** Reads all summaries; resolves at once where they have been read. */
  open(): Promise<void>;
  /** The last changed first; not changed afterwards. */
  all(): readonly Entry[];
  /** The ids of all notes that have ever been here; only ever longer. */
  readonly names: readonly NoteId[];
  /** Reads some of the texts that have not been read; false: there were none. */
  readSome(): Promise<boolean>;
  end(): void;
}

/** Texts read from the device in one go; few enough that a new key never waits long. */
const slice = 400;

export const isHere = (entry: Entry): boolean => !entry.gone;

export const lastChangedFirst = (a: Entry, b: Entry): number => b.note.changedAt - a.note.changedAt;

/** Keeps what is searched, folded, and follows the changes of the source; `onChange` is told of the entries that are new. */
export function createSearchEntries(deps: {
  readonly source: NoteSource;
  readonly breather: () => () => Promise<void>;
  readonly onChange: (fresh: readonly Entry[]) => void;
}): SearchEntries {
  const { source } = deps;
  const byId = new Map<NoteId, Entry>();
  const names: NoteId[] = [];
  let sorted: readonly Entry[] | null = [];
  let opening: Promise<void> | null = null;
  let queue: Entry[] = [];
  let reading: Promise<boolean> | null = null;
  /** Changed while the summaries were being read: what was told of them is newer. */
  const told = new Set<NoteId>();

  const remove = (id: NoteId): Entry | undefined => {
    const before = byId.get(id);
    if (before !== undefined) before.gone = true;
    byId.delete(id);
    return before;
  };
  const put = (note: NoteSummary): Entry => {
    const number = remove(note.id)?.number ?? names.push(note.id) - 1;
    const entry = { ...searchableSummary(note), number, text: null, gone: false };
    byId.set(note.id, entry);
    return entry;
  };

  const unsubscribe = source.subscribe((changed: readonly SummaryChange[]) => {
    const fresh = changed.flatMap(({ id, summary }) => {
      told.add(id);
      if (summary !== null) return [put(summary)];
      remove(id);
      return [];
    });
    sorted = null;
    deps.onChange(fresh);
  });

  async function readSummaries(): Promise<void> {
    const breathe = deps.breather();
    for await (const chunk of source.summaries()) {
      for (const note of chunk) {
        if (!told.has(note.id)) put(note);
        await breathe();
      }
      sorted = null;
    }
  }

  const isUnread = (entry: Entry) => entry.text === null && !entry.gone;

  /** By id: as they lie in a database. */
  const unread = () => [...byId.values()].filter(isUnread).sort((a, b) => (a.note.id < b.note.id ? -1 : 1));

  async function readSlice(): Promise<boolean> {
    const breathe = deps.breather();
    if (queue.length === 0) queue = unread().reverse();
    const entries = queue.splice(-slice).reverse().filter(isUnread);
    if (entries.length === 0) return queue.length > 0;
    const texts = await source.texts(entries.map(({ note }) => note.id));
    for (const entry of entries) {
      entry.text = searchableText(bodyOf(texts.get(entry.note.id) ?? ''));
      await breathe();
    }
    return true;
  }

  return {
    names,
    open() {
      opening ??= readSummaries().catch((error: unknown) => {
        opening = null;
        throw error;
      });
      return opening;
    },
    all() {
      sorted ??= [...byId.values()].sort(lastChangedFirst);
      return sorted;
    },
    readSome() {
      reading ??= readSlice().finally(() => {
        reading = null;
      });
      return reading;
    },
    end: unsubscribe,
  };
}
