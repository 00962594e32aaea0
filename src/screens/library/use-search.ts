import { useEffect, useMemo, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { foldForSearch, matches, searchNotes } from '#src/notes/search.ts';
import type { Notebook } from '#src/services.ts';

interface Found {
  readonly key: string;
  readonly ids: ReadonlySet<NoteId>;
}

/** Whole notes read in one go; small enough that a new key never waits long. */
const slice = 100;

/**
 * The notes that have every word of the query. Titles, beginnings and tags answer at once; the rest of each text is read from the
 * device after that, and what it adds appears as it is found. Texts read once are kept while the library is on screen.
 */
export const useSearch = (
  notebook: Notebook,
  notes: readonly NoteSummary[],
  query: string,
): { readonly hits: readonly NoteSummary[]; readonly reading: boolean } => {
  const key = query.trim();
  const texts = useRef(new Map<NoteId, { readonly changedAt: number; readonly folded: string }>());
  const [found, setFound] = useState<Found>({ key: '', ids: new Set() });
  const [done, setDone] = useState('');

  const atOnce = useMemo(() => new Set(key === '' ? [] : searchNotes(notes, key)), [notes, key]);

  useEffect(() => {
    if (key === '') return;
    let current = true;
    const textOf = async (note: NoteSummary): Promise<string> => {
      const kept = texts.current.get(note.id);
      if (kept?.changedAt === note.changedAt) return kept.folded;
      const record = await notebook.read(note.id);
      const folded = foldForSearch(record?.text ?? '');
      texts.current.set(note.id, { changedAt: note.changedAt, folded });
      return folded;
    };
    const read = async () => {
      const ids = new Set<NoteId>();
      const rest = notes.filter((note) => !atOnce.has(note));
      for (let from = 0; from < rest.length && current; from += slice) {
        const part = rest.slice(from, from + slice);
        const read = await Promise.all(part.map(textOf));
        const before = ids.size;
        part.forEach((note, at) => {
          if (matches([read[at] ?? ''], key)) ids.add(note.id);
        });
        if (current && (ids.size > before || from === 0)) setFound({ key, ids: new Set(ids) });
      }
      if (current) setDone(key);
    };
    void read();
    return () => {
      current = false;
    };
  }, [notebook, notes, key, atOnce]);

  const hits = useMemo(
    () =>
      key === '' ? notes : notes.filter((note) => atOnce.has(note) || (found.key === key && found.ids.has(note.id))),
    [notes, atOnce, found, key],
  );
  return { hits, reading: key !== '' && done !== key };
};
