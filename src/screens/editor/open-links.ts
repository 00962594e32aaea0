import type { EditorState, Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { EditorNeeds } from './editor-needs.ts';

type Target =
  | { readonly kind: 'note'; readonly title: string }
  | { readonly kind: 'address'; readonly href: string }
  | { readonly kind: 'picture'; readonly reference: string };

/** How far on either side of a place a link is looked for. */
const reach = 2_000;
const places =
  /!\[(?:[^\]\\\n]|\\.)*\]\(attachment:([^()\s]+)\)|\[\[([^[\]\n]{1,200})\]\]|\[[^\]\n]*\]\(\s*(https?:\/\/[^\s)]+|mailto:[^\s)]+)[^)\n]*\)|(https?:\/\/[^\s<>)\]]+)/g;

/** The link or picture that stands around a place of the text. */
const linkAt = (state: EditorState, at: number): Target | null => {
  const line = state.doc.lineAt(at);
  const start = Math.max(line.from, at - reach);
  for (const found of state.sliceDoc(start, Math.min(line.to, at + reach)).matchAll(places)) {
    const from = start + found.index;
    if (at < from || at > from + found[0].length) continue;
    const [, reference, title, target, bare] = found;
    if (reference !== undefined) return { kind: 'picture', reference };
    if (title !== undefined) return { kind: 'note', title };
    const href = target ?? bare;
    if (href !== undefined) return { kind: 'address', href };
  }
  return null;
};

type Needs = Pick<EditorNeeds, 'onOpenTitle' | 'onOpenPicture'>;

const follow = (state: EditorState, at: number, { onOpenTitle, onOpenPicture }: Needs): boolean => {
  const target = linkAt(state, at);
  if (target === null) return false;
  if (target.kind === 'note') onOpenTitle(target.title);
  else if (target.kind === 'picture') onOpenPicture(target.reference);
  else window.open(target.href, '_blank', 'noopener,noreferrer');
  return true;
};

export const openLinkAtCaret = (view: EditorView, needs: EditorNeeds): boolean =>
  follow(view.state, view.state.selection.main.head, needs);

/** A click with Ctrl or ⌘ follows the link; one without puts the caret there. */
export const openLinks = (needs: EditorNeeds): Extension =>
  EditorView.domEventHandlers({
    mousedown: (event, view) => {
      if (!(event.ctrlKey || event.metaKey) || event.button !== 0) return false;
      const at = view.posAtCoords({ x: event.clientX, y: event.clientY });
      if (at === null || !follow(view.state, at, needs)) return false;
      event.preventDefault();
      return true;
    },
  });
