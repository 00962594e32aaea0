// Marks that people leave out when they search: accents (decomposed), Hebrew points, Arabic vowel signs. In other scripts marks are letters.
// And what is not seen: soft hyphens, and places where a line may or must not end.
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670\u00ad\u200b\u2060]/g;
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

/** White space other than one space. Most of it is one space, which is passed over, since very many texts are folded. */
const space = /[^\S ]\s*| \s+/g;

/** The text as search compares it: without case and accents, and any run of white space as one space. */
// Not by `replace`: what that makes is put together by V8 only when it is searched for the first time (20,000 notes of 1 kB: 40 ms more).
export const foldForSearch = (text: string): string => foldLetters(text).split(space).join(' ');

function foldLetters(text: string): string {
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
  const letters = plain.test(text) ? { folded: text.toLowerCase(), startOf: (at: number) => at } : lettersOf(text);
  const spaces = spacesOf(letters.folded);
  return { folded: spaces.folded, startOf: (at) => letters.startOf(spaces.startOf(at)) };
}

function lettersOf(text: string): FoldedText {
  let folded = '';
  const starts: number[] = [];
  const known = new Map<string, string>();
  let at = 0;
  for (const letter of text) {
    const part = known.get(letter) ?? foldLetters(letter);
    known.set(letter, part);
    for (let unit = 0; unit < part.length; unit += 1) starts.push(at);
    folded += part;
    at += letter.length;
  }
  return { folded, startOf: (place) => starts[place] ?? text.length };
}

/** Each run of white space as one space; only those that are longer move what follows. */
function spacesOf(text: string): FoldedText {
  /** Behind each longer run: where that is in the folded text, and in the text. */
  const places: { readonly folded: number; readonly text: number }[] = [{ folded: 0, text: 0 }];
  let lost = 0;
  const folded = text.replace(space, (run, at: number) => {
    if (run.length > 1) {
      lost += run.length - 1;
      const end = at + run.length;
      places.push({ folded: end - lost, text: end });
    }
    return ' ';
  });
  const startOf = (at: number) => {
    let low = 0;
    let high = places.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((places[middle]?.folded ?? 0) > at) high = middle;
      else low = middle;
    }
    const before = places[low];
    return before === undefined ? at : at - before.folded + before.text;
  };
  return { folded, startOf };
}
