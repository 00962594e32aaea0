import type { Completion, CompletionSource } from '@codemirror/autocomplete';
import { linkable } from '#src/notes/note-links.ts';
import type { EditorNeeds } from './editor-needs.ts';

const most = 50;

const containing = (names: readonly string[], typed: string): readonly string[] => {
  const wanted = typed.toLocaleLowerCase();
  const found: string[] = [];
  for (const name of names) {
    if (name.toLocaleLowerCase().includes(wanted)) found.push(name);
    if (found.length === most) break;
  }
  return found;
};

/** Behind `[[`: the titles of other notes. */
export const titleCompletion =
  ({ titles }: Pick<EditorNeeds, 'titles'>): CompletionSource =>
  (context) => {
    const before = context.matchBefore(/\[\[[^[\]\n]{0,100}$/);
    if (before === null) return null;
    const options = containing(titles(), before.text.slice(2)).map(
      (title): Completion => ({
        label: title,
        apply: (view, _completion, from, to) => {
          const closed = view.state.sliceDoc(to, to + 2) === ']]';
          const target = linkable(title);
          view.dispatch({
            changes: { from, to, insert: closed ? target : `${target}]]` },
            selection: { anchor: from + target.length + 2 },
            userEvent: 'input.complete',
          });
        },
      }),
    );
    return { from: before.from + 2, options, filter: false };
  };

/** Behind `#`: the tags in use. */
export const tagCompletion =
  ({ tags }: Pick<EditorNeeds, 'tags'>): CompletionSource =>
  async (context) => {
    const before = context.matchBefore(/(?:^|[\s(])#[\p{L}\p{N}\p{M}_/-]{1,100}$/u);
    if (before === null) return null;
    const from = before.from + before.text.indexOf('#') + 1;
    const typed = before.text.slice(before.text.indexOf('#') + 1);
    const options = containing(await tags(), typed)
      .filter((tag) => tag.toLocaleLowerCase() !== typed.toLocaleLowerCase())
      .map((tag): Completion => ({ label: tag }));
    return { from, options, filter: false };
  };
