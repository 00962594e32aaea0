/** What the page may reach beside its own origin; origins. */
export interface Reach {
  readonly connect: readonly string[];
  /** From where audio and video may play. */
  readonly media: readonly string[];
}

/** The headers that the page is served with. */
export const pageHeaders = (reach: Reach): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(reach),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
});

/** Nothing but the app's own files, blobs for attachments, and AWS. */
const contentSecurityPolicy = ({ connect, media }: Reach) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    ['media-src blob:', ...media].join(' '),
    "font-src 'self'",
    ["connect-src 'self'", ...connect].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "object-src 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types dompurify satchel',
  ].join('; ');

/** The AWS hosts that a page with these settings reaches. */
export function awsReach(settings: {
  readonly region: string;
  readonly apiUrl: string;
  readonly bucket: string;
}): Reach {
  const { region, apiUrl, bucket } = settings;
  const s3 = `https://${bucket}.s3.${region}.amazonaws.com`;
  const cognito = ['cognito-idp', 'cognito-identity'].map((name) => `https://${name}.${region}.amazonaws.com`);
  return { connect: [...cognito, new URL(apiUrl).origin, s3], media: [s3] };
}
