/** What is used of Trusted Types (https://w3c.github.io/trusted-types/), which not every browser has. */
interface PolicyFactory {
  createPolicy(name: string, rules: { createHTML(input: string): string }): { createHTML(input: string): unknown };
}

/** The page's globals that are looked at and changed. */
export interface XmlScope {
  readonly DOMParser: { readonly prototype: { parseFromString(text: string, type: DOMParserSupportedType): Document } };
  readonly trustedTypes?: PolicyFactory;
}

/**
 * Lets DOMParser read XML, and XML alone, under `require-trusted-types-for 'script'`: Amplify reads S3's answers to multipart uploads
 * with it, as plain strings. What it makes of them is a document of its own in which no script runs; the page never takes it in.
 */
export function allowXmlAnswers({ DOMParser, trustedTypes }: XmlScope): void {
  if (trustedTypes === undefined) return;
  const policy = trustedTypes.createPolicy('satchel-xml', { createHTML: (text) => text });
  const { prototype } = DOMParser;
  const parse = prototype.parseFromString;
  prototype.parseFromString = function (this: unknown, text, type) {
    return Reflect.apply(parse, this, [type === 'text/xml' ? policy.createHTML(text) : text, type]);
  };
}
