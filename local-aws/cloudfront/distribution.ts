import * as v from 'valibot';
import { isRecord, type Named, valueIn } from './template-values.ts';

/** What a distribution does, as a stack's template says it. */
export interface DistributionRules {
  /** Put on every answer, by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  /** The code that runs for each request before the cache is looked into. */
  readonly viewerRequest: string;
  readonly rootObject: string;
  readonly compresses: { readonly br: boolean; readonly gzip: boolean };
  /** Seconds. */
  readonly ttl: { readonly min: number; readonly normal: number; readonly max: number };
  /** Whether it may list the bucket: what is missing is 404 then, and 403 otherwise. */
  readonly mayList: boolean;
}

/**
 * Strict: a property that stands in none of these is one that the embedded CloudFront does not heed, such as an error response or a second
 * behaviour, and a test must not pass without it.
 */
const override = v.literal(true);
const anything = v.unknown();

const Distribution = v.strictObject({
  DefaultCacheBehavior: v.strictObject({
    AllowedMethods: v.tuple([v.literal('GET'), v.literal('HEAD')]),
    CachePolicyId: v.string(),
    Compress: v.boolean(),
    FunctionAssociations: v.tuple([
      v.strictObject({
        EventType: v.literal('viewer-request'),
        FunctionARN: v.pipe(
          v.string(),
          v.transform((arn) => arn.replace(/\.FunctionARN$/, '')),
        ),
      }),
    ]),
    ResponseHeadersPolicyId: v.string(),
    TargetOriginId: v.string(),
    ViewerProtocolPolicy: v.literal('redirect-to-https'),
  }),
  DefaultRootObject: v.string(),
  Origins: v.tuple([anything]),
  Enabled: v.literal(true),
  // How it is reached, and what it is called.
  HttpVersion: anything,
  IPV6Enabled: anything,
  Comment: anything,
  Aliases: v.optional(anything),
  ViewerCertificate: v.optional(anything),
});

const CachePolicy = v.strictObject({
  Name: v.string(),
  Comment: v.optional(anything),
  MinTTL: v.number(),
  DefaultTTL: v.number(),
  MaxTTL: v.number(),
  ParametersInCacheKeyAndForwardedToOrigin: v.strictObject({
    CookiesConfig: v.strictObject({ CookieBehavior: v.literal('none') }),
    HeadersConfig: v.strictObject({ HeaderBehavior: v.literal('none') }),
    QueryStringsConfig: v.strictObject({ QueryStringBehavior: v.literal('none') }),
    EnableAcceptEncodingBrotli: v.boolean(),
    EnableAcceptEncodingGzip: v.boolean(),
  }),
});

const HeadersPolicy = v.strictObject({
  Name: v.string(),
  Comment: v.optional(anything),
  CustomHeadersConfig: v.strictObject({
    Items: v.array(v.strictObject({ Header: v.string(), Value: v.string(), Override: override })),
  }),
  SecurityHeadersConfig: v.strictObject({
    ContentSecurityPolicy: v.strictObject({ ContentSecurityPolicy: v.string(), Override: override }),
    ContentTypeOptions: v.strictObject({ Override: override }),
    ReferrerPolicy: v.strictObject({ ReferrerPolicy: v.string(), Override: override }),
    StrictTransportSecurity: v.strictObject({ AccessControlMaxAgeSec: v.number(), Override: override }),
  }),
});

const ViewerFunction = v.object({
  FunctionCode: v.string(),
  AutoPublish: v.literal(true),
  FunctionConfig: v.object({ Runtime: v.literal('cloudfront-js-2.0') }),
});

const Statements = v.array(v.looseObject({ Effect: v.string(), Action: anything, Principal: anything }));

/** Reads the one distribution of a template, and all that it names. */
export function distributionRules(template: unknown, named: Named): DistributionRules {
  const resources = isRecord(template) && isRecord(template.Resources) ? template.Resources : {};
  const properties = (resource: unknown) => {
    const own = isRecord(resource) ? valueIn(resource.Properties, named) : null;
    if (!isRecord(own)) throw new Error('The template has no such resource.');
    return own;
  };
  const ofType = (type: string) =>
    Object.values(resources).filter((resource) => isRecord(resource) && resource.Type === `AWS::${type}`);

  const [found] = ofType('CloudFront::Distribution');
  const distribution = v.parse(Distribution, properties(found).DistributionConfig);
  const behaviour = distribution.DefaultCacheBehavior;
  const cache = v.parse(CachePolicy, properties(resources[behaviour.CachePolicyId]).CachePolicyConfig);
  const headers = v.parse(
    HeadersPolicy,
    properties(resources[behaviour.ResponseHeadersPolicyId]).ResponseHeadersPolicyConfig,
  );
  const viewer = v.parse(ViewerFunction, properties(resources[behaviour.FunctionAssociations[0].FunctionARN]));
  const statements = ofType('S3::BucketPolicy').flatMap((policy) => {
    const document = properties(policy).PolicyDocument;
    return v.parse(Statements, isRecord(document) ? document.Statement : null);
  });
  const keyed = cache.ParametersInCacheKeyAndForwardedToOrigin;
  return {
    headers: headersOf(headers),
    viewerRequest: viewer.FunctionCode,
    rootObject: distribution.DefaultRootObject,
    compresses: {
      br: behaviour.Compress && keyed.EnableAcceptEncodingBrotli,
      gzip: behaviour.Compress && keyed.EnableAcceptEncodingGzip,
    },
    ttl: { min: cache.MinTTL, normal: cache.DefaultTTL, max: cache.MaxTTL },
    mayList: statements.some(
      ({ Effect, Action, Principal }) =>
        Effect === 'Allow' &&
        [Action].flat().includes('s3:ListBucket') &&
        isRecord(Principal) &&
        Principal.Service === 'cloudfront.amazonaws.com',
    ),
  };
}

function headersOf({
  SecurityHeadersConfig: security,
  CustomHeadersConfig: custom,
}: v.InferOutput<typeof HeadersPolicy>) {
  return {
    'content-security-policy': security.ContentSecurityPolicy.ContentSecurityPolicy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': security.ReferrerPolicy.ReferrerPolicy,
    'strict-transport-security': `max-age=${security.StrictTransportSecurity.AccessControlMaxAgeSec}`,
    ...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header.toLowerCase(), Value])),
  };
}
