import { isolateHistory } from '@codemirror/commands';
import {
  Annotation,
  EditorState,
  type Extension,
  StateField,
  type Text,
  type Transaction,
  type TransactionSpec,
} from '@codemirror/state';
import { filesAt, fromElsewhere } from './elsewhere.ts';

/** A text that begins with a file's link. */
const links = /^\s*!?\[[^\n]*\]\(attachment:/;
/** Files that were refused leave their places behind. */
const mostPlaces = 8;

/** A place at which links of files that were chosen here are still to come. What is typed there stands behind them. */
interface Place {
  readonly at: number;
  /** Something went to make room for them. */
  readonly replaces: boolean;
}

/** They have come. */
const come = Annotation.define<Place>();

/** In the order of the choosing. */
const places = StateField.define<readonly Place[]>({
  create: () => [],
  update(before, transaction) {
    const { changes, effects, docChanged } = transaction;
    const arrived = transaction.annotation(come);
    const side = arrived === undefined ? -1 : 1;
    const moved = before
      .filter((place) => place !== arrived)
      .map((place) => ({ ...place, at: changes.mapPos(place.at, side) }));
    const chosen = effects.flatMap((one) => (one.is(filesAt) ? [{ at: one.value, replaces: docChanged }] : []));
    return [...moved, ...chosen].slice(-mostPlaces);
  },
});

/**
 * The links of files that this person has attached come from the notebook, as what another device wrote does. They are a step of this
 * person all the same: it can be undone, and a caret at their place goes on behind them.
 */
export const ownLinks: Extension = [
  places,
  EditorState.transactionFilter.of((transaction) => asOwnStep(transaction) ?? transaction),
];

function asOwnStep(transaction: Transaction): TransactionSpec | null {
  if (transaction.annotation(fromElsewhere) !== true || !transaction.docChanged) return null;
  const { startState, newDoc } = transaction;
  const end = startState.doc.length;
  for (const place of startState.field(places)) {
    // Where no link can stand at the place, it stands at the end.
    for (const at of [place.at, end]) {
      const insert = insertedAt(at, startState.doc, newDoc);
      if (insert === null || !links.test(insert)) continue;
      const changes = startState.changes({ from: at, insert });
      return {
        changes,
        selection: startState.selection.map(changes, 1),
        scrollIntoView: startState.selection.main.head === at,
        annotations: [fromElsewhere.of(true), come.of(place), isolateHistory.of(place.replaces ? 'after' : 'full')],
      };
    }
  }
  return null;
}

/** What makes the new text of the old one by standing at an offset; null: that is not all. */
function insertedAt(at: number, before: Text, after: Text): string | null {
  const length = after.length - before.length;
  if (length <= 0 || !after.slice(0, at).eq(before.slice(0, at)) || !after.slice(at + length).eq(before.slice(at)))
    return null;
  return after.sliceString(at, at + length);
}
