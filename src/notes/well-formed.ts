/**
 * The text with every half of a surrogate pair that stands alone replaced by U+FFFD, which is what UTF-8, and so AWS, would make of it.
 * Text that is sent must be well-formed, or what comes back is never what was sent.
 */
export function wellFormed(text: string): string {
  return text.toWellFormed();
}
