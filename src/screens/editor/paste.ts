import { EditorView } from '@codemirror/view';
import { linkTarget } from './link-target.ts';
import { isInCode } from './list-commands.ts';
import { isWorthConverting } from './rich-text.ts';

const address = /^(?:https?:\/\/|mailto:)[^\s<>]+$/;
/** Longer ones are put in as plain text. */
const longestHtml = 2_000_000;

/** An address over a selection makes a link of it; text with a look keeps that as Markdown. Without it the browser does what it does. */
export const pasteAsMarkdown = EditorView.domEventHandlers({
  paste(event, view) {
    const data = event.clipboardData;
    if (data === null || view.state.readOnly || data.files.length > 0) return false;
    const plain = data.getData('text/plain');
    const { from, to } = view.state.selection.main;
    const url = plain.trim();
    if (from < to && address.test(url) && !view.state.sliceDoc(from, to).includes('\n')) {
      event.preventDefault();
      put(view, `[${view.state.sliceDoc(from, to).replace(/[[\]]/g, '\\$&')}](${linkTarget(url)})`);
      return true;
    }
    const html = data.getData('text/html');
    if (isInCode(view.state, from)) return false;
    if (html === '' || html.length > longestHtml || !isWorthConverting(html)) return false;
    event.preventDefault();
    // What reads HTML safely is loaded when it is first needed.
    import('./pasted-markdown.ts').then(
      ({ pastedMarkdown }) => put(view, asBlocks(view, pastedMarkdown(html)) || plain),
      () => put(view, plain),
    );
    return true;
  },
});

/** What has to stand in lines of its own. */
const block = /^(?:#{1,6} |[-*+] |\d{1,9}[.)] |> |```|\| |---$)/m;

/** Markdown with a blank line to the words that it is put between, where it would not be what it is in the midst of them. */
const asBlocks = ({ state }: EditorView, markdown: string): string => {
  if (!block.test(markdown)) return markdown;
  const { from, to } = state.selection.main;
  const before = state.sliceDoc(state.doc.lineAt(from).from, from);
  const after = state.sliceDoc(to, state.doc.lineAt(to).to);
  return `${hasWords(before) ? '\n\n' : ''}${markdown}${hasWords(after) ? '\n\n' : ''}`;
};
const hasWords = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

const put = (view: EditorView, text: string): void => {
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true });
};
