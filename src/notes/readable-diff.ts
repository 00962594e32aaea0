/** What stands in two compared texts at one place. */
export interface Stretch {
  readonly isSame: boolean;
  readonly before: string;
  readonly after: string;
}

/** Lines of which less than this part stands in the others too are other lines rather than changed ones. */
const leastShared = 0.4;
/** A change is moved no further than this. */
const furthest = 200;

/** The words that differ; the whole lines where too few words are the same to tell what became of them. */
export function readable(words: readonly Stretch[], lines: Stretch): readonly Stretch[] {
  const shared = words.reduce((sum, { isSame, before }) => sum + (isSame ? before.trim().length : 0), 0);
  if (shared < leastShared * Math.min(lines.before.trim().length, lines.after.trim().length)) return [lines];
  // A space between two words that differ reads better as a part of what differs.
  return words.map((word, index) =>
    index > 0 && index < words.length - 1 && /^[^\S\n]+$/.test(word.before) ? { ...word, isSame: false } : word,
  );
}

/** The stretches in turns the same and different, none of them empty, with their ends where a person would set them. */
export function tidied(stretches: readonly Stretch[]): readonly Stretch[] {
  return joined(atLineEnds(joined(joined(stretches).flatMap(withoutSameSpace))));
}

function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const whole: Stretch[] = [];
  for (const next of stretches) {
    if (next.before === '' && next.after === '') continue;
    const last = whole.at(-1);
    if (last === undefined || last.isSame !== next.isSame) whole.push(next);
    else whole[whole.length - 1] = { ...last, before: last.before + next.before, after: last.after + next.after };
  }
  return whole;
}

const same = (text: string): Stretch => ({ isSame: true, before: text, after: text });

function withoutSameSpace(stretch: Stretch): readonly Stretch[] {
  if (stretch.isSame) return [stretch];
  const { before, after } = stretch;
  const shorter = Math.min(before.length, after.length);
  const isSpace = (character: string | undefined): boolean => character !== undefined && /\s/.test(character);
  let start = 0;
  while (start < shorter && before[start] === after[start] && isSpace(before[start])) start += 1;
  let end = 0;
  while (end < shorter - start && before.at(-1 - end) === after.at(-1 - end) && isSpace(before.at(-1 - end))) end += 1;
  return [
    same(before.slice(0, start)),
    { isSame: false, before: before.slice(start, before.length - end), after: after.slice(start, after.length - end) },
    same(before.slice(before.length - end)),
  ];
}

/** Text added or removed behind the end of a line, as in `one[.⏎two].`, begins where that line ends: `one.[⏎two.]`. */
function atLineEnds(stretches: readonly Stretch[]): readonly Stretch[] {
  const moved = [...stretches];
  for (const [index, { isSame, before, after }] of stretches.entries()) {
    const [last, next] = [moved[index - 1], moved[index + 1]];
    if (isSame || last === undefined || next === undefined || (before !== '' && after !== '')) continue;
    const text = before + after;
    const by = text.indexOf('\n');
    const restOfLine = text.slice(0, by);
    if (by < 1 || by > furthest || last.before.endsWith('\n') || !next.before.startsWith(restOfLine)) continue;
    const between = text.slice(by) + restOfLine;
    moved[index - 1] = same(last.before + restOfLine);
    moved[index] = { isSame, before: before === '' ? '' : between, after: after === '' ? '' : between };
    moved[index + 1] = same(next.before.slice(by));
  }
  return moved;
}
