/** Text that is XML already. */
export interface Xml {
  readonly xml: string;
}

/** An element with its content escaped; nested elements are taken as they are, null and undefined left out. */
export function element(
  name: string,
  ...content: readonly (Xml | string | number | boolean | null | undefined)[]
): Xml {
  const inner = content
    .filter((part) => part !== null && part !== undefined)
    .map((part) => (typeof part === 'object' ? part.xml : escapeXml(String(part))));
  return { xml: `<${name}>${inner.join('')}</${name}>` };
}

/** A whole S3 answer. */
export const xmlDocument = (root: Xml): string => `<?xml version="1.0" encoding="UTF-8"?>\n${root.xml}`;

const escapeXml = (text: string): string =>
  text.replace(/[<>&"'\p{Cc}]/gu, (char) => `&#x${char.charCodeAt(0).toString(16).toUpperCase()};`);

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

export const unescapeXml = (text: string): string =>
  text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
