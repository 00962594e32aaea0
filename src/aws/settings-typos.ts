/** A name in the environment that looks like a misspelt setting of ours. */
interface Misspelt {
  readonly name: string;
  readonly meant: string;
}

/**
 * Finds names beginning with VITE_ that are none of `known`, but that a person probably meant as one: off by two characters at most, or
 * with words too many or too few where the one meant is not set (VITE_BUCKET_NAME, VITE_CLIENT_ID).
 */
export function misspelt(set: Readonly<Record<string, unknown>>, known: readonly string[]): readonly Misspelt[] {
  return Object.keys(set)
    .filter((name) => name.startsWith('VITE_') && !known.includes(name))
    .flatMap((name) => {
      const near = known.find((candidate) => distance(letters(name), letters(candidate)) <= 2);
      const meant =
        near ?? onlyOne(known.filter((candidate) => !(candidate in set) && sameButForWords(name, candidate)));
      return meant === undefined ? [] : [{ name, meant }];
    });
}

const letters = (name: string) => name.replaceAll('_', '');

const words = (name: string) => name.split('_').slice(1);

function sameButForWords(a: string, b: string): boolean {
  const [few, many] = words(a).length < words(b).length ? [words(a), words(b)] : [words(b), words(a)];
  return few.every((word) => many.includes(word));
}

const onlyOne = <T>(found: readonly T[]): T | undefined => (found.length === 1 ? found[0] : undefined);

/** How many characters must be put in, taken out or replaced (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, char] of [...a].entries()) {
    const next = [i + 1];
    for (const [j, other] of [...b].entries())
      next.push(Math.min((row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1, (row[j] ?? 0) + (char === other ? 0 : 1)));
    row = next;
  }
  return row.at(-1) ?? 0;
}
