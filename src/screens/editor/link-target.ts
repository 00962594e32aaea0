/** An address as a Markdown link can hold it: what would end the link is percent-encoded (RFC 3986, section 2.1). */
export const linkTarget = (href: string): string =>
  href.replace(/[()\s<>]/g, (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0').toUpperCase()}`);
