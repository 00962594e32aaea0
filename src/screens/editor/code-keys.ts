import { EditorSelection, findClusterBreak, type SelectionRange } from '@codemirror/state';
import type { EditorView, KeyBinding } from '@codemirror/view';

const select =
  (anchorOf: (range: SelectionRange) => number, headOf: (view: EditorView) => number) => (view: EditorView) => {
    const { main } = view.state.selection;
    view.dispatch({
      selection: EditorSelection.single(anchorOf(main), headOf(view)),
      scrollIntoView: true,
      userEvent: 'select',
    });
    return true;
  };
const start = () => 0;
const end = (view: EditorView) => view.state.doc.length;

const toStart = select(start, start);
const toEnd = (view: EditorView) => select(() => end(view), end)(view);

/** The keys that a browser cannot do by itself, since a long text is on the page in part only. */
export const codeKeys: readonly KeyBinding[] = [
  { key: 'Mod-a', run: select(start, end) },
  { key: 'Mod-Home', run: toStart, shift: select(({ anchor }) => anchor, start) },
  { key: 'Mod-End', run: toEnd, shift: select(({ anchor }) => anchor, end) },
  { mac: 'Cmd-ArrowUp', run: toStart, shift: select(({ anchor }) => anchor, start) },
  { mac: 'Cmd-ArrowDown', run: toEnd, shift: select(({ anchor }) => anchor, end) },
];

/**
 * What the browser is about to do to the text is done here: left to itself, Chromium keeps the look of what it joins, replaces or writes
 * beside in style attributes, which the page's policy blocks. Input methods and spelling corrections go their own way. Answers whether the
 * event has been dealt with (Input Events Level 2, `inputType`).
 */
export const beforeInput = (event: InputEvent, view: EditorView): boolean => {
  if (event.isComposing || !event.cancelable || view.state.readOnly) return false;
  const { main } = view.state.selection;
  const text = insertedBy(event);
  if (text !== null) {
    event.preventDefault();
    view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.type', scrollIntoView: true });
    return true;
  }
  const range = text === null ? deletedBy(event.inputType, main, view) : null;
  if (range === null) return false;
  event.preventDefault();
  if (!range.empty) {
    view.dispatch({ changes: { from: range.from, to: range.to }, userEvent: 'delete', scrollIntoView: true });
  }
  return true;
};

const insertedBy = ({ inputType, data }: InputEvent): string | null => {
  if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') return '\n';
  return inputType === 'insertText' ? data : null;
};

/** What goes; null where it is no deletion that is known. */
const deletedBy = (inputType: string, range: SelectionRange, view: EditorView): SelectionRange | null => {
  const found = /^delete(Content|Word|SoftLine|HardLine)(Backward|Forward)$/.exec(inputType);
  if (found === null) return null;
  if (!range.empty) return range;
  const forward = found[2] === 'Forward';
  const head =
    found[1] === 'Word'
      ? view.moveByGroup(range, forward).head
      : found[1] === 'Content'
        ? nextCluster(view, range.head, forward)
        : view.moveToLineBoundary(range, forward).head;
  return EditorSelection.range(range.head, head);
};

const nextCluster = (view: EditorView, at: number, forward: boolean): number => {
  const line = view.state.doc.lineAt(at);
  if (at === (forward ? line.to : line.from))
    return Math.max(0, Math.min(view.state.doc.length, forward ? at + 1 : at - 1));
  return line.from + findClusterBreak(line.text, at - line.from, forward);
};
