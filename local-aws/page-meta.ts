import { account, type PolicyName } from './settings.ts';

/** Where new attachments go, so that the policy allows it. */
const prefixes: Readonly<Record<PolicyName, string>> = {
  satchel: '{identityId}/',
  'satchel-listing': '{identityId}/',
  'tutorial-2017': '{identityId}/',
  'tutorial-2018': 'private/{identityId}/',
  'tutorial-both': 'private/{identityId}/',
};

export interface PageMeta {
  /** Where the embedded AWS listens. */
  readonly origin: string;
  readonly policy: PolicyName;
  readonly maxAttachmentBytes: number;
}

/** What the page is told of the embedded AWS, in `<meta name="satchel-local-aws">`. */
export const pageMeta = ({ origin, policy, maxAttachmentBytes }: PageMeta): string =>
  JSON.stringify({
    origin,
    region: account.region,
    apiUrl: `${origin}/notes-api/${account.stage}`,
    bucket: account.bucket,
    userPoolId: account.userPoolId,
    userPoolClientId: account.userPoolClientId,
    identityPoolId: account.identityPoolId,
    attachmentsPrefix: prefixes[policy],
    maxAttachmentBytes,
  });

/** The page with the meta element at the end of its head. */
export function withMeta(html: string, content: string): string {
  const escaped = content.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
  return html.replace('</head>', () => `  <meta name="satchel-local-aws" content="${escaped}" />\n  </head>`);
}
