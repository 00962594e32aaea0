import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sameTag } from '#src/notes/tag-name.ts';
import { tagsOf } from '#src/notes/tags.ts';
import { withoutTag, withTag } from '#src/screens/library/bulk-changes.ts';
import { anyText } from './notes/any-text.ts';

describe('tagging a note among others', () => {
  it('gives any text the tag, once, and taking it away leaves the other tags', () => {
    fc.assert(
      fc.property(anyText(), fc.constantFrom('farm', 'Home/garden', '家'), (text, tag) => {
        const tagged = withTag(text, tag);
        expect(tagsOf(tagged).filter((one) => sameTag(one, tag))).toHaveLength(1);
        expect(withTag(tagged, tag)).toBe(tagged);
        if (tagged !== text) expect(tagsOf(withoutTag(tagged, tag))).toEqual(tagsOf(text));
      }),
    );
  });

  it('leaves a text alone that has the tag in its words, or has not got it', () => {
    expect(withTag('Corn #Farm', 'farm')).toBe('Corn #Farm');
    expect(withoutTag('Corn #farm', 'farm')).toBe('Corn #farm');
    expect(withoutTag('---\ntags: [a]\n---\nCorn', 'b')).toBe('---\ntags: [a]\n---\nCorn');
  });
});
