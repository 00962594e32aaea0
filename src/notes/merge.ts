import { joinDocument, type NoteDocument, splitDocument } from './front-matter.ts';
import { mergeBodies } from './merge-bodies.ts';
import { mergeFrontMatter } from './merge-front-matter.ts';

export interface Merged {
  readonly text: string;
  /** Something could not be merged: both versions of it stand in the text. */
  readonly clash: boolean;
}

/**
 * Merges two texts that grew from one. Nothing that either side wrote is lost: front matter is merged key by key, the body by line and
 * then by word, and where both wrote at one place the note gets a conflict block (see conflict-block.ts). A note that one side moved to
 * the trash and the other edited is not in the trash. Front matter that is plain text in some of the three, because a line was typed
 * above it, is merged as text. The same three texts always give the same result.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  const documents = { base: splitDocument(base), mine: splitDocument(mine), theirs: splitDocument(theirs) };
  if (isTextInSome(Object.values(documents))) return mergeBodies(base, mine, theirs);
  const body = mergeBodies(documents.base.body, documents.mine.body, documents.theirs.body);
  const frontMatter = mergeFrontMatter(documents);
  return {
    text: joinDocument({ frontMatter: frontMatter.value, body: body.text }),
    clash: body.clash || frontMatter.clash,
  };
}

/** Whether all three have the line of a key that is front matter in one and in the body of another. Who took the key away has it nowhere. */
function isTextInSome(documents: readonly NoteDocument[]): boolean {
  if (documents.every(({ frontMatter }) => frontMatter !== null)) return false;
  const places = documents.map(({ frontMatter, body }) => ({
    inFront: new Set(frontMatter?.entries.map(({ key }) => key)),
    inBody: countedKeys(body),
  }));
  const keys = new Set(places.flatMap(({ inFront }) => [...inFront]));
  return [...keys].some((key) => {
    const countIn = ({ inBody }: (typeof places)[number]): number => inBody.get(key) ?? 0;
    const besides = Math.min(...places.filter(({ inFront }) => inFront.has(key)).map(countIn));
    return places.every((place) => place.inFront.has(key) || countIn(place) > besides);
  });
}

function countedKeys(body: string): ReadonlyMap<string | null, number> {
  const counts = new Map<string, number>();
  for (const [, key = ''] of body.matchAll(/^([^\s:]+):/gm)) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}
