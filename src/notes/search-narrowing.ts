import type { SearchPart, SearchQuery } from './search-query.ts';
import { asksForTrash } from './search-scope.ts';

/** Whether all notes that answer `next` answer `before` as well, in the same list, so that no others need to be looked at. */
export function narrows(next: SearchQuery, before: SearchQuery): boolean {
  if (asksForTrash(next) !== asksForTrash(before)) return false;
  return before.parts.every((old) => next.parts.some((part) => implies(part, old)));
}

function implies(part: SearchPart, old: SearchPart): boolean {
  if (part.not !== old.not) return false;
  if (part.kind !== 'text' || old.kind !== 'text') return isSame(part, old);
  if (part.text === old.text) return true;
  // A `#` alone is looked for in no tag, and what follows it is.
  if (part.text === '#' || old.text === '#') return false;
  return part.not ? old.text.includes(part.text) : part.text.includes(old.text);
}

function isSame(part: SearchPart, old: SearchPart): boolean {
  switch (part.kind) {
    case 'text':
      return old.kind === 'text' && old.text === part.text;
    case 'tag':
      return old.kind === 'tag' && old.tag === part.tag;
    case 'is':
      return old.kind === 'is' && old.state === part.state;
    case 'has':
      return old.kind === 'has' && old.feature === part.feature;
    case 'before':
    case 'after':
      return old.kind === part.kind && old.at === part.at;
  }
}
