import { Aws, Names } from 'aws-cdk-lib';
import { CfnResponseHeadersPolicy } from 'aws-cdk-lib/aws-cloudfront';
import type { Construct } from 'constructs';

type SecurityHeaders = CfnResponseHeadersPolicy.SecurityHeadersConfigProperty;

/** Puts headers on every answer of a distribution, errors included, in the place of what the bucket may say. */
export function siteHeadersPolicy(
  scope: Construct,
  headers: Readonly<Record<string, string>>,
): CfnResponseHeadersPolicy {
  const own = Object.entries(headers).flatMap(([name, value]) => fields[name]?.(value) ?? []);
  const others = Object.entries(headers).filter(([name]) => !(name in fields));
  return new CfnResponseHeadersPolicy(scope, 'Headers', {
    responseHeadersPolicyConfig: {
      // Unlike most names, it is one for all regions of an account.
      name: `${Names.uniqueResourceName(scope, { maxLength: 100, allowedSpecialCharacters: '-' })}-${Aws.REGION}`,
      comment: 'infra/site/site-headers.ts',
      securityHeadersConfig: Object.assign({}, ...own),
      customHeadersConfig: { items: others.map(([header, value]) => ({ header, value, override: true })) },
    },
  });
}

/** CloudFront takes these headers in fields of their own alone. */
const fields: Readonly<Record<string, (value: string) => SecurityHeaders>> = {
  'content-security-policy': (contentSecurityPolicy) => ({
    contentSecurityPolicy: { contentSecurityPolicy, override: true },
  }),
  'referrer-policy': (referrerPolicy) => ({ referrerPolicy: { referrerPolicy, override: true } }),
  'x-content-type-options': () => ({ contentTypeOptions: { override: true } }),
  'strict-transport-security': (value) => ({
    strictTransportSecurity: { accessControlMaxAgeSec: maxAge(value), override: true },
  }),
};

/** What else the header could say would be lost, so that it is a bug to write it. */
function maxAge(value: string): number {
  const [, seconds] = /^max-age=(\d+)$/.exec(value) ?? [];
  if (seconds === undefined)
    throw new Error(`Strict-Transport-Security can only be max-age=SECONDS here, not ${value}.`);
  return Number(seconds);
}
