/** Lower case without accents, so that "cafe" finds "Café". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The words of a query; a text matches when it has every one of them, in any order, anywhere. */
export const searchTerms = (query: string): readonly string[] =>
  fold(query)
    .split(/\s+/)
    .filter((term) => term !== '');

/** `folded`: a text that went through `fold`. */
export const matchesTerms = (folded: string, terms: readonly string[]): boolean =>
  terms.every((term) => folded.includes(term));
