import { wellFormed } from './well-formed.ts';

/** What turns the direction of writing, in all that follows in the line, too. */
export const turning = /[\u202a-\u202e\u2066-\u2069]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they cannot stand in a link's text
const unprintable = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069`]/g;
const markup = /[\\[\]*_<&~]/g;
const escaped = /\\([!-/:-@[-`{-~])|&#(\d{1,7});/g;

/**
 * Any file name as a Markdown link's text. Marks get a backslash; what would end the line or turn its direction, and backticks, which a
 * backslash does not disarm everywhere, become character references. `unescapeLinkText` gives the (well-formed) name back.
 */
export function escapeLinkText(name: string): string {
  return wellFormed(name)
    .replace(markup, String.raw`\$&`)
    .replace(unprintable, (character) => `&#${character.charCodeAt(0)};`);
}

export function unescapeLinkText(label: string): string {
  return label.replace(escaped, (whole, character: string | undefined, code: string | undefined) => {
    if (character !== undefined) return character;
    const point = Number(code);
    const isCharacter = point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff);
    return isCharacter ? String.fromCodePoint(point) : whole;
  });
}
