import core from 'highlight.js/lib/core';
import { codeLanguage } from './code-languages.ts';
import type { FencedCode } from './to-html.ts';

/** Pieces of code as HTML with classes for their words, `hljs-…`; null where the language is not known or cannot be had. */
export const highlighted = async (codes: readonly FencedCode[]): Promise<readonly (string | null)[]> => {
  const hljs = core.newInstance();
  for (const { information } of codes) {
    const language = codeLanguage(information);
    if (language === null || hljs.getLanguage(language.name) !== undefined) continue;
    const loaded = await language.load().catch(() => null);
    if (loaded !== null) hljs.registerLanguage(language.name, loaded.default);
  }
  return codes.map(({ text, information }) => {
    const name = codeLanguage(information)?.name;
    if (name === undefined || hljs.getLanguage(name) === undefined) return null;
    return hljs.highlight(text, { language: name, ignoreIllegals: true }).value;
  });
};
