import { frontMatterTags, withTags } from '#src/notes/note-document.ts';
import { sameTag } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';

/** The text with the tag; as it was where it has the tag already, in the front matter or in the words. */
export const withTag = (text: string, tag: string): string =>
  tagsOf(text).some((one) => sameTag(one, tag)) ? text : withTags(text, [...frontMatterTags(text), tag]);

/** The text without the tag in the front matter; one in the words stays. */
export const withoutTag = (text: string, tag: string): string => {
  const tags = frontMatterTags(text);
  const others = tags.filter((one) => !sameTag(one, tag));
  return others.length === tags.length ? text : withTags(text, others);
};
