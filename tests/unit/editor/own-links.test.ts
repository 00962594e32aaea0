import { history, isolateHistory, redo, undo } from '@codemirror/commands';
import { EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import { describe, expect, it } from 'vitest';
import { textChange } from '#src/notes/text-change.ts';
import { filesAt, fromElsewhere } from '#src/screens/editor/elsewhere.ts';
import { ownLinks } from '#src/screens/editor/own-links.ts';

const picture = (name: string) => `![${name}](attachment:~/0abc-${name}.png)`;

/** An editor's text, `|` being the caret, and what happens to it. */
const editor = (marked: string) => {
  const caret = marked.indexOf('|');
  let state = EditorState.create({
    doc: marked.replace('|', ''),
    selection: { anchor: caret },
    extensions: [history(), ownLinks],
  });
  const dispatch = (transaction: Transaction) => {
    state = transaction.state;
  };
  const change = (...specs: TransactionSpec[]) => dispatch(state.update(...specs));
  return {
    type: (words: string) => change(state.replaceSelection(words), { userEvent: 'input.type' }),
    chooseFiles: (at = state.selection.main.head, removedTo = at) =>
      change({
        changes: { from: at, to: removedTo },
        effects: filesAt.of(at),
        userEvent: 'delete',
        annotations: isolateHistory.of('before'),
      }),
    hear: (text: string) => {
      const { start, end, insert } = textChange(state.doc.toString(), text);
      change({
        changes: { from: start, to: end, insert },
        annotations: [fromElsewhere.of(true), Transaction.addToHistory.of(false)],
      });
    },
    undo: () => undo({ state, dispatch }),
    redo: () => redo({ state, dispatch }),
    marked: () => {
      const { head } = state.selection.main;
      return `${state.sliceDoc(0, head)}|${state.sliceDoc(head)}`;
    },
  };
};

describe('links of files that were chosen here', () => {
  it('leave the caret behind them, also right before another link', () => {
    const text = editor(`|${picture('b')}`);
    text.chooseFiles();
    text.hear(`${picture('a')} ${picture('b')}`);
    expect(text.marked()).toBe(`${picture('a')} |${picture('b')}`);
  });

  it('stay in the order of words and pictures', () => {
    const text = editor('|');
    text.chooseFiles();
    text.hear(`${picture('a')}\n`);
    text.type('one ');
    text.chooseFiles();
    text.hear(`${picture('a')}\none ${picture('b')} `);
    text.type('two');
    expect(text.marked()).toBe(`${picture('a')}\none ${picture('b')} two|`);
  });

  it('stand before what was typed while they were on their way', () => {
    const text = editor('one |');
    text.chooseFiles();
    text.type('two');
    text.hear(`one ${picture('a')} two`);
    expect(text.marked()).toBe(`one ${picture('a')} two|`);
    text.undo();
    expect(text.marked()).toBe('one two|');
  });

  it('are a step that is undone and done again', () => {
    const text = editor('|');
    text.type('hello world');
    text.chooseFiles();
    text.hear(`hello world\n\n${picture('a')}\n`);
    text.undo();
    expect(text.marked()).toBe('hello world|');
    text.redo();
    expect(text.marked()).toBe(`hello world\n\n${picture('a')}\n|`);
    text.undo();
    text.undo();
    expect(text.marked()).toBe('|');
  });

  it('are one step with what they replace', () => {
    const text = editor('|');
    text.type('title');
    text.chooseFiles(0, 5);
    text.hear(`${picture('a')}\n`);
    text.undo();
    expect(text.marked().replace('|', '')).toBe('title');
  });

  it('leave the caret alone when they were dropped elsewhere, and are undone at the end of the text as well', () => {
    const text = editor('one| two');
    text.chooseFiles(7);
    text.hear(`one two ${picture('a')}`);
    expect(text.marked()).toBe(`one| two ${picture('a')}`);
    text.chooseFiles(2);
    text.hear(`one two ${picture('a')}\n${picture('b')}\n`);
    text.undo();
    expect(text.marked().replace('|', '')).toBe(`one two ${picture('a')}`);
  });
});

it('what another device attaches is no step, and the caret stays before it', () => {
  const text = editor('|');
  text.type('one');
  text.hear(`one ${picture('a')}`);
  expect(text.marked()).toBe(`one| ${picture('a')}`);
  text.undo();
  expect(text.marked()).toBe(`| ${picture('a')}`);
});
