import { type ChangeSet, type Range, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView, WidgetType } from '@codemirror/view';

/** A line of more letters than these is laid out in part: a browser takes seconds for a line of a million. */
const mostInLine = 20_000;

/** Shows more of the line that a position is in. */
const showMore = StateEffect.define<number>({ map: (at, changes) => changes.mapPos(at) });

/** The end of a long line, in its place; `telling` puts its length into words. */
class LineEnd extends WidgetType {
  readonly letters: number;
  readonly telling: (letters: number) => string;
  constructor(letters: number, telling: (letters: number) => string) {
    super();
    this.letters = letters;
    this.telling = telling;
  }
  override eq(other: LineEnd): boolean {
    return other.letters === this.letters;
  }
  override toDOM(view: EditorView): HTMLElement {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = this.telling(this.letters);
    button.addEventListener('click', () => view.dispatch({ effects: showMore.of(view.posAtDOM(button)) }));
    return button;
  }
  override ignoreEvent(): boolean {
    return true;
  }
}

/** Very long lines end in a button that shows more of them. The text is whole all the same, and the caret passes over what is not shown. */
export const longLines = (telling: (letters: number) => string) => {
  const endOf = (from: number, to: number): Range<Decoration> =>
    Decoration.replace({ widget: new LineEnd(to - from, telling) }).range(from, to);

  const endsIn = (doc: Text, from: number, to: number): Range<Decoration>[] => {
    const ends: Range<Decoration>[] = [];
    for (let line = doc.lineAt(from); ; line = doc.line(line.number + 1)) {
      if (line.length > mostInLine) ends.push(endOf(line.from + mostInLine, line.to));
      if (line.to >= to || line.number === doc.lines) return ends;
    }
  };

  const changed = (ends: DecorationSet, doc: Text, changes: ChangeSet): DecorationSet => {
    let now = ends.map(changes);
    changes.iterChangedRanges((_from, _to, fromB, toB) => {
      const from = doc.lineAt(fromB).from;
      const { to } = doc.lineAt(toB);
      // What was shown of a line stays shown.
      const had = now.iter(from);
      if (had.value !== null && had.from < to && had.to === to && from === doc.lineAt(had.from).from) return;
      now = now.update({ filterFrom: from, filterTo: to, filter: () => false, add: endsIn(doc, from, to) });
    });
    return now;
  };

  const unfolded = (ends: DecorationSet, doc: Text, at: number): DecorationSet => {
    const { from, to } = doc.lineAt(at);
    return ends.update({
      filterFrom: from,
      filterTo: to,
      filter: () => false,
      add: at + mostInLine < to ? [endOf(at + mostInLine, to)] : [],
    });
  };

  return StateField.define<DecorationSet>({
    create: ({ doc }) => (doc.length > mostInLine ? Decoration.set(endsIn(doc, 0, doc.length)) : Decoration.none),
    update(ends, { docChanged, changes, effects, newDoc }) {
      let now = docChanged && newDoc.length > mostInLine ? changed(ends, newDoc, changes) : ends;
      if (newDoc.length <= mostInLine) now = Decoration.none;
      for (const effect of effects) if (effect.is(showMore)) now = unfolded(now, newDoc, effect.value);
      return now;
    },
    provide: (field) => [
      EditorView.decorations.from(field),
      EditorView.atomicRanges.of((view) => view.state.field(field)),
    ],
  });
};
