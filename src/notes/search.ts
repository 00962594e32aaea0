import type { NoteSummary } from './note-summary.ts';

// Marks that people leave out when they search: accents (decomposed), Hebrew points, Arabic vowel signs. In other scripts marks are letters.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g;
const plain = /^[\0-\x7f]*$/;

/** Letters that Unicode does not decompose, as people without them on the keyboard type them. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ς: 'σ',
};
const spellable = new RegExp(`[${Object.keys(spelledOut).join('')}]`, 'g');

/** The text as search compares it: without case and accents. */
export function foldForSearch(text: string): string {
  if (plain.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .replace(spellable, (letter) => spelledOut[letter] ?? letter);
}

/** Whether every word of the query stands somewhere in the texts, in any order and inside of longer words. Nothing asked: true. */
export function matches(texts: readonly string[], query: string): boolean {
  return containsWords(texts, wordsOf(query));
}

/** Those of the notes, in their order, whose title, beginning or tags hold every word of the query. */
export function searchNotes(notes: readonly NoteSummary[], query: string): readonly NoteSummary[] {
  const words = wordsOf(query);
  if (words.length === 0) return notes;
  return notes.filter(({ title, snippet, tags }) =>
    containsWords([title, snippet, ...tags.map((tag) => `#${tag}`)], words),
  );
}

function wordsOf(query: string): readonly string[] {
  return foldForSearch(query)
    .split(/\s+/)
    .filter((word) => word !== '');
}

function containsWords(texts: readonly string[], words: readonly string[]): boolean {
  const folded = foldForSearch(texts.join('\n'));
  return words.every((word) => folded.includes(word));
}
