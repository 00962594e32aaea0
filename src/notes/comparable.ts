/** Three versions of a text, in pieces (lines, words). */
export interface Versions {
  readonly base: readonly string[];
  readonly mine: readonly string[];
  readonly theirs: readonly string[];
}

/** The same with a short key for each piece, as node-diff3 compares them. Equal keys mean equal pieces. */
export interface Comparable {
  readonly base: string[];
  readonly mine: string[];
  readonly theirs: string[];
  textOf(key: string): string;
  /** How many steps comparing base with mine and with theirs may take at worst. */
  readonly steps: number;
}

/** A piece that a version has more often than this is told apart by its neighbours. */
const mostEqual = 4;

/**
 * Makes versions comparable. The time of node-diff3's comparison grows with the square of how often one piece stands in both versions
 * (5,000 blank lines: many minutes), so a frequent piece, a blank line or a space, counts as equal only between equal neighbours. The
 * differences found are a little larger for it, and never wrong.
 */
export function comparable(versions: Versions): Comparable {
  const texts: string[] = [];
  const numbers = new Map<string, number>();
  const numberOf = (text: string): number => {
    const known = numbers.get(text);
    if (known !== undefined) return known;
    numbers.set(text, texts.length);
    return texts.push(text) - 1;
  };
  const numbered = [versions.base, versions.mine, versions.theirs].map((pieces) => pieces.map(numberOf));
  const frequent = new Set(numbered.flatMap((pieces) => frequentIn(pieces)));
  const [base = [], mine = [], theirs = []] = numbered.map((pieces) => keysOf(pieces, frequent));
  const textOf = (key: string): string => texts[Number.parseInt(key, 10)] ?? '';
  return { base, mine, theirs, textOf, steps: stepsFor(base, mine) + stepsFor(base, theirs) };
}

function frequentIn(pieces: readonly number[]): readonly number[] {
  return [...countsOf(pieces)].filter(([, count]) => count > mostEqual).map(([piece]) => piece);
}

/** Each begins with the piece's own number, which `parseInt` reads. */
function keysOf(pieces: readonly number[], frequent: ReadonlySet<number>): string[] {
  return pieces.map((piece, index) =>
    frequent.has(piece) ? `${piece} ${pieces[index - 1]} ${pieces[index + 1]}` : `${piece}`,
  );
}

/** Every pair of equal pieces costs at most a walk along the longest common part (see LCS in node-diff3). */
function stepsFor(a: readonly string[], b: readonly string[]): number {
  const counts = countsOf(b);
  const pairs = a.reduce((sum, piece) => sum + (counts.get(piece) ?? 0), 0);
  return pairs * Math.min(a.length, b.length);
}

function countsOf<T>(pieces: readonly T[]): ReadonlyMap<T, number> {
  const counts = new Map<T, number>();
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
}
