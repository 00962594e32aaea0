/** What the page may reach beside its own origin; origins. */
export interface Reach {
  readonly connect: readonly string[];
  /** From where audio and video may play. */
  readonly media: readonly string[];
}

/**
 * The security headers of every answer of the site, by their names in small letters. CloudFront takes those that it has a field of its own
 * for (all but the last two) there alone, not among its custom headers.
 */
export const siteHeaders = (reach: Reach): Readonly<Record<string, string>> => ({
  'content-security-policy': contentSecurityPolicy(reach),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  // Browsers leave it alone over plain HTTP (RFC 6797, 8.1), and so on this computer.
  'strict-transport-security': 'max-age=31536000',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(self), geolocation=(), payment=(), usb=()',
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

/** The AWS hosts that a page reaches. The values may be placeholders of a deployment. */
export function awsReach(backend: {
  readonly region: string;
  /** Without the stage. */
  readonly apiOrigin: string;
  readonly bucket: string;
}): Reach {
  const { region, apiOrigin, bucket } = backend;
  const s3 = `https://${bucket}.s3.${region}.amazonaws.com`;
  const cognito = ['cognito-idp', 'cognito-identity'].map((name) => `https://${name}.${region}.amazonaws.com`);
  return { connect: [...cognito, apiOrigin, s3], media: [s3] };
}
