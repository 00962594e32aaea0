import { bodyOf } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { excerptAround } from '#src/notes/search-hits.ts';
import type { NoteSource } from './note-source.ts';
import type { Entry } from './search-entries.ts';

/** How many of the best get an excerpt. */
const excerpted = 30;
/** Bodies kept for the next key, which asks for most of them again. */
const mostKept = 300;

/** Gives the text around the first hit of each of the best notes whose title and beginning do not show one. */
export function createExcerpts(source: Pick<NoteSource, 'texts'>) {
  const bodies = new Map<Entry, string>();

  return async (best: readonly Entry[], marked: readonly string[]): Promise<ReadonlyMap<NoteId, string>> => {
    const excerpts = new Map<NoteId, string>();
    if (marked.length === 0) return excerpts;
    const unshown = best
      .slice(0, excerpted)
      .filter(({ note }) => excerptAround(note.title, marked) === null && excerptAround(note.snippet, marked) === null);
    if (bodies.size > mostKept) bodies.clear();
    const missing = unshown.filter((entry) => !bodies.has(entry));
    if (missing.length > 0) {
      const texts = await source.texts(missing.map(({ note }) => note.id));
      for (const entry of missing) bodies.set(entry, bodyOf(texts.get(entry.note.id) ?? ''));
    }
    for (const entry of unshown) {
      const excerpt = excerptAround(bodies.get(entry) ?? '', marked);
      if (excerpt !== null) excerpts.set(entry.note.id, excerpt);
    }
    return excerpts;
  };
}
