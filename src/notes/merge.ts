import { joinDocument, splitDocument } from './front-matter.ts';
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
 * the trash and the other edited is not in the trash. The same three texts always give the same result.
 */
export function mergeTexts(base: string, mine: string, theirs: string): Merged {
  if (mine === theirs || theirs === base) return { text: mine, clash: false };
  if (mine === base) return { text: theirs, clash: false };
  const documents = { base: splitDocument(base), mine: splitDocument(mine), theirs: splitDocument(theirs) };
  const body = mergeBodies(documents.base.body, documents.mine.body, documents.theirs.body);
  const frontMatter = mergeFrontMatter(documents);
  return {
    text: joinDocument({ frontMatter: frontMatter.value, body: body.text }),
    clash: body.clash || frontMatter.clash,
  };
}
