/**
 * The decoded names and values of a query string, in the order sent; `+` is a space. Unlike URLSearchParams it throws URIError
 * for what is not UTF-8 in percent-encoding, instead of signing something else than was sent.
 */
export function parseQuery(search: string): readonly (readonly [name: string, value: string])[] {
  return search
    .replace(/^\?/, '')
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const end = pair.indexOf('=');
      return end === -1 ? [decode(pair), ''] : [decode(pair.slice(0, end)), decode(pair.slice(end + 1))];
    });
}

const decode = (text: string) => decodeURIComponent(text.replaceAll('+', ' '));
