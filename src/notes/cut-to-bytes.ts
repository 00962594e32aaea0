/** How long the text is in UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length;
}

/**
 * The beginning of the text, at most `longest` bytes of UTF-8, cut between two graphemes: no letter loses its accent, no emoji its skin.
 * Where not even one grapheme fits, which is nobody's writing, it is cut between two characters.
 */
export function cutToBytes(text: string, longest: number): string {
  if (byteLength(text) <= longest) return text;
  return beginning(graphemes(text), longest) || beginning(text, longest);
}

function beginning(pieces: Iterable<string>, longest: number): string {
  let bytes = 0;
  let kept = '';
  for (const piece of pieces) {
    bytes += byteLength(piece);
    if (bytes > longest) break;
    kept += piece;
  }
  return kept;
}

function* graphemes(text: string): Generator<string> {
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text)) yield segment;
}
