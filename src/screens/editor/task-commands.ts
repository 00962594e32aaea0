import type { EditorView } from '@codemirror/view';

const task = /^((?:[ \t]*>)*[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])\]/;

/** Ticks the task of the line at `at`, or takes the tick away. False where the line is no task. */
export const toggleTask = (view: EditorView, at: number): boolean => {
  if (view.state.readOnly) return false;
  const line = view.state.doc.lineAt(at);
  const found = task.exec(line.text);
  if (found === null) return false;
  const place = line.from + (found[1] ?? '').length;
  view.dispatch({ changes: { from: place, to: place + 1, insert: found[2] === ' ' ? 'x' : ' ' }, userEvent: 'input' });
  return true;
};

export const toggleTaskAtCaret = (view: EditorView): boolean => toggleTask(view, view.state.selection.main.head);
