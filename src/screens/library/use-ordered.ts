import { useEffect, useMemo, useState } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { byPinnedThen, type NoteOrder } from '#src/notes/order.ts';

const load = () => import('./long-sort.ts');

interface Known {
  readonly order: NoteOrder;
  readonly notes: readonly NoteSummary[];
}

/** The notes in the order. They come sorted by change, and stay so for the moment that another order of very many takes. */
export const useOrdered = (notes: readonly NoteSummary[], order: NoteOrder): readonly NoteSummary[] => {
  const [known, setKnown] = useState<Known>({ order, notes: [] });
  const [sorting, setSorting] = useState<Awaited<ReturnType<typeof load>> | null>(null);
  const needed = order !== 'changed';
  const ordered = useMemo(
    () =>
      needed && sorting !== null
        ? sorting.sortedAgain(known.order === order ? known.notes : [], notes, byPinnedThen(order))
        : notes,
    [notes, order, known, needed, sorting],
  );

  useEffect(() => {
    // Where it cannot be loaded, the list stays as it came.
    if (needed) load().then(setSorting, () => undefined);
  }, [needed]);

  useEffect(() => {
    if (ordered !== null) return;
    let current = true;
    const sort = async () => {
      const sorted = await sorting?.sortSlowly(notes, byPinnedThen(order));
      if (current && sorted !== undefined) setKnown({ order, notes: sorted });
    };
    void sort();
    return () => {
      current = false;
    };
  }, [ordered, notes, order, sorting]);

  return ordered ?? notes;
};
