/*
 * What is read of S3's XML, by patterns: DOMParser takes no strings under `require-trusted-types-for 'script'`. S3 writes no comments,
 * CDATA or namespace prefixes into these answers, and what does not look as expected is no answer of S3.
 */

/** What stands in each element of that name; elements of one name do not nest. */
export const elements = (xml: string, name: string): readonly string[] =>
  [...xml.matchAll(new RegExp(`<${name}(?:\\s[^>]*)?>(.*?)</${name}>`, 'gs'))].map(([, inner]) => inner ?? '');

/** The text of the first element of that name; null where there is none. */
export function elementText(xml: string, name: string): string | null {
  const inner = elements(xml, name)[0];
  return inner === undefined ? null : unescapeXml(inner);
}

/** Whether the document is of that kind. */
export const hasRoot = (xml: string, name: string): boolean =>
  new RegExp(`^\\s*(?:<\\?[^>]*\\?>\\s*)?<${name}[\\s>]`).test(xml);

export const escapeXml = (text: string): string => text.replace(/[<>&"']/g, (char) => `&#${char.charCodeAt(0)};`);

const unescapeXml = (text: string) =>
  text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };
