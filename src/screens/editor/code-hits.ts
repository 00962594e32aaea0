import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { TextRange } from './text-surface.ts';

/** Which parts of the text are marked, and the index of the one that is looked at. */
export const showHits = StateEffect.define<{ readonly ranges: readonly TextRange[]; readonly chosen: number }>();

const hit = Decoration.mark({ class: 'hit' });
const chosenHit = Decoration.mark({ class: 'hit chosen' });

/** Marks the hits of a search; they move along with what is typed around them. */
export const hits = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(marks, transaction) {
    let next = marks.map(transaction.changes);
    for (const effect of transaction.effects) {
      if (!effect.is(showHits)) continue;
      const { ranges, chosen } = effect.value;
      const end = transaction.state.doc.length;
      next = Decoration.set(
        ranges.flatMap(({ from, to }, index) =>
          from < to && to <= end ? [(index === chosen ? chosenHit : hit).range(from, to)] : [],
        ),
        true,
      );
    }
    return next;
  },
  provide: (field) => EditorView.decorations.from(field),
});
