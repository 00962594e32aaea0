import type { EditorView } from '@codemirror/view';
import { taskIn } from '#src/notes/task-line.ts';

/** Ticks the task of the line at `at`, or takes the tick away. False where the line is no task. */
export const toggleTask = (view: EditorView, at: number): boolean => {
  if (view.state.readOnly) return false;
  const line = view.state.doc.lineAt(at);
  const found = taskIn(line.text);
  if (found === null) return false;
  const place = line.from + found.place;
  view.dispatch({ changes: { from: place, to: place + 1, insert: found.done ? ' ' : 'x' }, userEvent: 'input' });
  return true;
};

export const toggleTaskAtCaret = (view: EditorView): boolean => toggleTask(view, view.state.selection.main.head);
