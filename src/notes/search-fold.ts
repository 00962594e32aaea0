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

/** A folded text, and for each of its letters where in the text it comes from; offsets in UTF-16 units. */
interface FoldedText {
  readonly folded: string;
  readonly startOf: (at: number) => number;
}

/** Folds and remembers places. Takes time linear in the text's length. */
export function foldWithPlaces(text: string): FoldedText {
  if (plain.test(text)) return { folded: text.toLowerCase(), startOf: (at) => at };
  let folded = '';
  const starts: number[] = [];
  const known = new Map<string, string>();
  let at = 0;
  for (const letter of text) {
    const part = known.get(letter) ?? foldForSearch(letter);
    known.set(letter, part);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at);
    folded += part;
    at += letter.length;
  }
  return { folded, startOf: (place) => starts[place] ?? text.length };
}
