import type { Answer } from './answer.ts';
import { nothingThere, refused } from './answer.ts';

/**
 * The id of the note that a path names, or null for `/notes` itself. It is asked where an API has one route for everything (`/{proxy+}`,
 * `$default`); with `/notes/{id}` API Gateway tells the id. A stage, or the base path of a domain, may stand before.
 */
export function noteAtPath(path: string): string | null | Answer {
  const found = /\/notes(?:\/([^/]+))?\/?$/.exec(path);
  if (found === null) return nothingThere;
  return found[1] === undefined ? null : decodeId(found[1]);
}

/** An id as it was sent: percent-encoded. */
export function decodeId(id: string): string | Answer {
  try {
    return decodeURIComponent(id);
  } catch (error) {
    if (error instanceof URIError) return refused(400, 'The id in the path is not one.');
    throw error;
  }
}
