/** Words, line ends, white space, and everything else by itself; scripts that put no space between words, letter by letter. */
const token =
  /\r?\n|[^\S\n]+|\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|[\p{L}\p{N}\p{M}_]+|./gsu;

/** The text in the pieces by which it is compared; joined they are the text. */
export function wordTokens(text: string): readonly string[] {
  return text.match(token) ?? [];
}
