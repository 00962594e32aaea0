/** The beginning of the text, at most `longest` UTF-16 units, cut between two graphemes: no letter loses its accent, no emoji its skin. */
export function cutText(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(0, 2 * longest));
  const border = graphemes.containing(longest)?.index ?? 0;
  if (border > 0) return text.slice(0, border);
  // One grapheme longer than all that may be shown: nobody's writing, so only the surrogate pair is kept whole.
  return text.slice(0, longest).replace(/[\ud800-\udbff]$/, '');
}
