import { redo } from '@codemirror/commands';
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

/** Shift with Mod-Z undoes nothing: while Caps Lock is on the key's name is "z", which the keymap takes for Mod-Z. */
export const redoKey = (event: KeyboardEvent, view: EditorView): boolean => {
  const { ctrlKey, metaKey, shiftKey, altKey, key } = event;
  if (!shiftKey || altKey || ctrlKey === metaKey || key.toLowerCase() !== 'z') return false;
  redo(view);
  event.preventDefault();
  return true;
};

/**
 * What the browser is about to do to the text is done here: left to itself, Chromium keeps the look of what it joins, replaces or writes
 * beside in style attributes, which the page's policy blocks. Input methods and spelling corrections go their own way. Answers whether the
 * event has been dealt with (Input Events Level 2, `inputType`).
 */
export const beforeInput = (event: InputEvent, view: EditorView): boolean => {
  if (event.isComposing || !event.cancelable || view.state.readOnly) return false;
  // The view hears of a selection only after the browser has made it: what the event is about to change is what counts.
  const selected = selectionIn(view);
  if (selected === null) return false;
  const inserted = insertedBy(event);
  const range = inserted === null ? deletedBy(event.inputType, selected, view) : selected;
  if (range === null) return false;
  event.preventDefault();
  const insert = inserted ?? '';
  if (range.empty && insert === '') return true;
  view.dispatch({
    changes: { from: range.from, to: range.to, insert },
    selection: EditorSelection.cursor(range.from + insert.length),
    userEvent: inserted === null ? 'delete' : 'input.type',
    scrollIntoView: true,
  });
  return true;
};

/** What is selected on the page, as a range of the text; null where that cannot be told, and the browser is left to it. */
export const selectionIn = (view: EditorView): SelectionRange | null => {
  // Chromium tells of a selection in a shadow root there alone; other browsers tell the page.
  const root: DocumentOrShadowRoot & { getSelection?: () => Selection | null } = view.root;
  const selection = root.getSelection?.() ?? document.getSelection();
  const { anchorNode, focusNode } = selection ?? {};
  if (selection === null || !isWithin(view, anchorNode) || !isWithin(view, focusNode)) return null;
  return EditorSelection.range(
    view.posAtDOM(anchorNode, selection.anchorOffset),
    view.posAtDOM(focusNode, selection.focusOffset),
  );
};

const isWithin = ({ contentDOM }: EditorView, node: Node | null | undefined): node is Node =>
  node !== null && node !== undefined && contentDOM.contains(node);

const insertedBy = ({ inputType, data }: InputEvent): string | null => {
  if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') return '\n';
  return inputType === 'insertText' ? (data?.replace(/\r\n?/g, '\n') ?? null) : null;
};

/** What goes; null where it is no deletion that is known. */
const deletedBy = (inputType: string, selected: SelectionRange, view: EditorView): SelectionRange | null => {
  const found = /^delete(Content|Word|SoftLine|HardLine)(Backward|Forward)$/.exec(inputType);
  if (found === null) return null;
  if (!selected.empty) return selected;
  const forward = found[2] === 'Forward';
  const head =
    found[1] === 'Word'
      ? view.moveByGroup(selected, forward).head
      : found[1] === 'Content'
        ? nextCluster(view, selected.head, forward)
        : view.moveToLineBoundary(selected, forward).head;
  return EditorSelection.range(selected.head, head);
};

const nextCluster = (view: EditorView, at: number, forward: boolean): number => {
  const line = view.state.doc.lineAt(at);
  if (at === (forward ? line.to : line.from))
    return Math.max(0, Math.min(view.state.doc.length, forward ? at + 1 : at - 1));
  return line.from + findClusterBreak(line.text, at - line.from, forward);
};
