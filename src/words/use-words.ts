import { createContext, createElement, Fragment, type ReactNode, useContext } from 'react';
import { createWords, type Words } from './words.ts';

/** English, with dates and numbers as the browser's own language has them. */
const WordsContext = createContext<Words>(createWords('en', undefined, null));

export const WordsProvider = WordsContext.Provider;

/** The words of the language that the person reads. */
export const useWords = (): Words => useContext(WordsContext);

/**
 * A sentence with parts that are more than text: `<link>` in it is wrapped by `parts.link`.
 * A name that has no part stays as it is written.
 */
export const withParts = (
  sentence: string,
  parts: Readonly<Record<string, (text: string) => ReactNode>>,
): readonly ReactNode[] => {
  const nodes: ReactNode[] = [];
  let end = 0;
  for (const found of sentence.matchAll(/<(\w+)>(.*?)<\/\1>/g)) {
    const part = parts[found[1] ?? ''];
    if (part === undefined) continue;
    nodes.push(sentence.slice(end, found.index));
    nodes.push(createElement(Fragment, { key: found.index }, part(found[2] ?? '')));
    end = found.index + found[0].length;
  }
  nodes.push(sentence.slice(end));
  return nodes;
};
