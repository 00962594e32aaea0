import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { awsReach, siteHeaders } from '../../../../infra/site/site-headers.ts';
import { deployed, stackOf } from './synthesised.ts';

const Headers = v.object({
  SecurityHeadersConfig: v.object({ ContentSecurityPolicy: v.object({ ContentSecurityPolicy: v.string() }) }),
});

const encrypted = {
  BucketEncryption: {
    ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
  },
};

const stack = deployed(stackOf());
const configuration = stack.only('AWS::CloudFront::Distribution').Properties.DistributionConfig;

describe('the site', () => {
  it('is in a private bucket that this distribution alone reads, over TLS', () => {
    expect(stack.only('AWS::S3::Bucket', 'Site').Properties).toMatchObject(encrypted);
    expect(stack.only('AWS::S3::Bucket', 'Site').Properties.PublicAccessBlockConfiguration).toEqual({
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    });
    expect(stack.only('AWS::S3::BucketPolicy', 'Site').Properties.PolicyDocument).toMatchObject({
      Statement: [
        { Effect: 'Deny', Condition: { Bool: { 'aws:SecureTransport': 'false' } } },
        { Effect: 'Deny', Condition: { NumericLessThan: { 's3:TlsVersion': 1.2 } } },
        {
          Effect: 'Allow',
          Principal: { Service: 'cloudfront.amazonaws.com' },
          Action: ['s3:GetObject', 's3:ListBucket'],
          Condition: {
            StringEquals: {
              'AWS:SourceArn': expect.stringMatching(
                /^arn:aws:cloudfront::123456789012:distribution\/SiteDistribution/,
              ),
            },
          },
        },
      ],
    });
    expect(stack.only('AWS::CloudFront::OriginAccessControl').Properties).toMatchObject({
      OriginAccessControlConfig: { SigningBehavior: 'always', SigningProtocol: 'sigv4' },
    });
  });

  it('has a name of its own in each region where CloudFront has names for the whole account', () => {
    const { OriginAccessControlConfig } = stack.only('AWS::CloudFront::OriginAccessControl').Properties;
    const { ResponseHeadersPolicyConfig } = stack.only('AWS::CloudFront::ResponseHeadersPolicy').Properties;
    for (const named of [OriginAccessControlConfig, ResponseHeadersPolicyConfig])
      expect(named).toMatchObject({ Name: expect.stringMatching(/Satchel-?prod.*us-east-1/) });
  });

  it('comes over HTTPS and HTTP/3, compressed, by the function for routes, and no error is mapped to a page', () => {
    expect(configuration).toMatchObject({
      HttpVersion: 'http2and3',
      DefaultRootObject: 'index.html',
      DefaultCacheBehavior: {
        ViewerProtocolPolicy: 'redirect-to-https',
        Compress: true,
        AllowedMethods: ['GET', 'HEAD'],
        FunctionAssociations: [{ EventType: 'viewer-request' }],
      },
    });
    expect(configuration).not.toHaveProperty('CustomErrorResponses');
    expect(stack.only('AWS::CloudFront::Function').Properties).toMatchObject({
      FunctionConfig: { Runtime: 'cloudfront-js-2.0' },
      FunctionCode: expect.stringContaining("request.uri = '/index.html'"),
    });
  });

  it('is cached for as long as each file says, not a second longer, in Brotli and gzip', () => {
    expect(stack.only('AWS::CloudFront::CachePolicy').Properties.CachePolicyConfig).toMatchObject({
      MinTTL: 0,
      DefaultTTL: 0,
      MaxTTL: 31_536_000,
      ParametersInCacheKeyAndForwardedToOrigin: { EnableAcceptEncodingBrotli: true, EnableAcceptEncodingGzip: true },
    });
  });

  it('comes with exactly the headers of infra/site, for the hosts that the page reaches', () => {
    const { UploadsBucketName: bucket = '', ApiUrl = '' } = stack.outputs;
    const headers = siteHeaders(awsReach({ region: 'us-east-1', apiOrigin: ApiUrl.replace(/\/prod$/, ''), bucket }));
    expect(Object.keys(headers)).toHaveLength(6);
    expect(stack.only('AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig).toMatchObject({
      SecurityHeadersConfig: {
        ContentSecurityPolicy: { ContentSecurityPolicy: headers['content-security-policy'], Override: true },
        ContentTypeOptions: { Override: true },
        ReferrerPolicy: { ReferrerPolicy: headers['referrer-policy'], Override: true },
        StrictTransportSecurity: { AccessControlMaxAgeSec: 31_536_000, Override: true },
      },
      CustomHeadersConfig: {
        Items: ['cross-origin-opener-policy', 'permissions-policy'].map((name) => ({
          Header: name,
          Value: headers[name],
          Override: true,
        })),
      },
    });
  });

  it('lets pages reach the two Cognito services, the API and the bucket of this stack, and play from that bucket alone', () => {
    const { SecurityHeadersConfig } = v.parse(
      Headers,
      stack.only('AWS::CloudFront::ResponseHeadersPolicy').Properties.ResponseHeadersPolicyConfig,
    );
    const policy = SecurityHeadersConfig.ContentSecurityPolicy.ContentSecurityPolicy.split('; ');
    const s3 = 'https://satchel-prod-uploads-abc9dbf0-43c2-11e3-a6e8-50fa526be49c.s3.us-east-1.amazonaws.com';
    expect(policy).toContain(`media-src blob: ${s3}`);
    const connect = policy.find((directive) => directive.startsWith('connect-src')) ?? '';
    expect(connect.split(' ')).toEqual([
      'connect-src',
      "'self'",
      'https://cognito-idp.us-east-1.amazonaws.com',
      'https://cognito-identity.us-east-1.amazonaws.com',
      expect.stringMatching(/^https:\/\/NotesApi\w+\.execute-api\.us-east-1\.amazonaws\.com$/),
      s3,
    ]);
    expect(policy).toEqual(expect.arrayContaining(["default-src 'none'", "script-src 'self'", "object-src 'none'"]));
  });

  it('may have a domain of its own, with TLS 1.2 at least', () => {
    const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45';
    const own = deployed(stackOf({ siteDomain: 'notes.example.com', siteCertificate: certificate }));
    expect(own.only('AWS::CloudFront::Distribution').Properties.DistributionConfig).toMatchObject({
      Aliases: ['notes.example.com'],
      ViewerCertificate: { AcmCertificateArn: certificate, MinimumProtocolVersion: 'TLSv1.2_2021' },
    });
    expect(own.outputs.SiteAddress).toBe('https://notes.example.com');
  });
});
