import {
  defineLanguageFacet,
  HighlightStyle,
  Language,
  languageDataProp,
  syntaxHighlighting,
} from '@codemirror/language';
import { Compartment, EditorState, type Extension, type Text } from '@codemirror/state';
import { tags } from '@lezer/highlight';
import { GFM, parser } from '@lezer/markdown';

const data = defineLanguageFacet();
const markdown = new Language(
  data,
  parser.configure([GFM, { props: [languageDataProp.add({ Document: data })] }]),
  [],
  'markdown',
);

const look = HighlightStyle.define([
  { tag: tags.heading1, fontSize: '1.5em', fontWeight: '700', lineHeight: '1.3' },
  { tag: tags.heading2, fontSize: '1.3em', fontWeight: '700', lineHeight: '1.35' },
  { tag: tags.heading3, fontSize: '1.15em', fontWeight: '700' },
  { tag: [tags.heading4, tags.heading5, tags.heading6], fontWeight: '700' },
  { tag: tags.strong, fontWeight: '700' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through', color: 'var(--color-text-muted)' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)', fontSize: '0.9em' },
  { tag: tags.quote, color: 'var(--color-text-muted)' },
  { tag: tags.link, color: 'var(--color-accent)' },
  { tag: tags.url, color: 'var(--color-text-muted)' },
  { tag: [tags.processingInstruction, tags.contentSeparator, tags.labelName], color: 'var(--color-text-muted)' },
]);

const language: Extension = [markdown, syntaxHighlighting(look)];

/** A line is parsed in one go, and what is nested in it as deep as it goes: beyond these the text is shown as it is. */
const longestLine = 10_000;
const deepestQuote = 50;
const nested = new RegExp(`^(?:[ \\t]*[>*+-]){${deepestQuote}}`);

/** Whether the lines from `from` to `to` can be parsed without keeping the page waiting. */
const isTame = (text: Text, from: number, to: number): boolean => {
  for (let at = from; at <= to; ) {
    const line = text.lineAt(at);
    if (line.length > longestLine || nested.test(line.text)) return false;
    at = line.to + 1;
  }
  return true;
};

/** Markdown, for as long as no line of the text is out of all bounds. */
export const markdownIfTame = (text: Text): Extension => {
  const parsed = new Compartment();
  return [
    parsed.of(isTame(text, 0, text.length) ? language : []),
    EditorState.transactionExtender.of(({ startState, docChanged, changes, newDoc }) => {
      if (!docChanged || parsed.get(startState) !== language) return null;
      let tame = true;
      changes.iterChangedRanges((_fromA, _toA, from, to) => {
        tame &&= isTame(newDoc, from, to);
      });
      return tame ? null : { effects: parsed.reconfigure([]) };
    }),
  ];
};
