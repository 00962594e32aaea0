import { EditorSelection } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';

/** Puts a mark on both sides of what is selected, or takes it away where it stands there. */
export const emphasise =
  (mark: string) =>
  (view: EditorView): boolean => {
    const { state } = view;
    if (state.readOnly) return false;
    const { from, to } = state.selection.main;
    const before = state.sliceDoc(from - mark.length, from);
    const after = state.sliceDoc(to, to + mark.length);
    // One star of two is no mark of its own.
    const isPart = mark === '*' && state.sliceDoc(from - 2, from) === '**' && state.sliceDoc(from - 3, from) !== '***';
    if (before === mark && after === mark && !isPart) {
      view.dispatch({
        changes: [
          { from: from - mark.length, to: from },
          { from: to, to: to + mark.length },
        ],
        selection: EditorSelection.range(from - mark.length, to - mark.length),
        userEvent: 'input',
      });
      return true;
    }
    view.dispatch({
      changes: [
        { from, insert: mark },
        { from: to, insert: mark },
      ],
      selection: EditorSelection.range(from + mark.length, to + mark.length),
      userEvent: 'input',
    });
    return true;
  };
