import { EditorView } from '@codemirror/view';

/** The look of the text, by the page's own tokens: custom properties reach into the shadow root. */
export const codeTheme = EditorView.theme({
  '&': { color: 'var(--color-text)', backgroundColor: 'transparent', minHeight: '14rem' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': { fontFamily: 'inherit', lineHeight: 'inherit', overflow: 'visible' },
  '.cm-content': { padding: '0', minHeight: '14rem', caretColor: 'var(--color-accent)', overflowWrap: 'anywhere' },
  '.cm-content[aria-readonly="true"]': { color: 'var(--color-text-muted)' },
  '.cm-line': { padding: '0' },
  '.cm-placeholder': { color: 'var(--color-text-muted)' },
  '.hit': { backgroundColor: 'var(--color-hit)', color: 'var(--color-hit-text)', borderRadius: '2px' },
  '.hit.chosen': { outline: '2px solid var(--color-accent)' },
});
