import { fileURLToPath } from 'node:url';
import { Aws, Duration, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib';
import { Certificate } from 'aws-cdk-lib/aws-certificatemanager';
import {
  AccessLevel,
  AllowedMethods,
  CachePolicy,
  Distribution,
  Function as EdgeFunction,
  FunctionCode,
  FunctionEventType,
  FunctionRuntime,
  HttpVersion,
  S3OriginAccessControl,
  SecurityPolicyProtocol,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import type { OwnDomain } from '../deployment-settings.ts';
import { awsReach, siteHeaders } from '../site/site-headers.ts';
import { siteHeadersPolicy } from './site-headers-policy.ts';

export interface SiteProps {
  readonly ownDomain: OwnDomain | null;
  readonly apiOrigin: string;
  readonly uploadsBucketName: string;
  /** Where other providers of accounts send people back to; null: there are none. */
  readonly signInOrigin: string | null;
}

/** The app's own files in a private bucket, behind CloudFront. They can be built again, so the bucket goes with the stack, once it is empty. */
export class Site extends Construct {
  readonly bucket: Bucket;
  readonly distribution: Distribution;
  readonly host: string;
  readonly address: string;
  /** Where its pages may be open: an own domain takes nothing from CloudFront's address, which was there before it. */
  readonly origins: readonly string[];

  constructor(scope: Construct, id: string, props: SiteProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const reach = awsReach({ region: Aws.REGION, apiOrigin: props.apiOrigin, bucket: props.uploadsBucketName });
    const connect = props.signInOrigin === null ? reach.connect : [...reach.connect, props.signInOrigin];
    this.distribution = new Distribution(this, 'Distribution', {
      comment: 'Satchel',
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      defaultBehavior: {
        // The types of CDK know no exactOptionalPropertyTypes, without which a Bucket is an IBucket.
        // Listing makes a missing file a 404. See docs/decisions/0026.
        origin: S3BucketOrigin.withOriginAccessControl(this.bucket as IBucket, {
          originAccessControl: new S3OriginAccessControl(this, 'Access', {
            // One for all regions of an account; CDK's own name says no region.
            originAccessControlName: `${Stack.of(this).stackName}-${Aws.REGION}`,
          }),
          originAccessLevels: [AccessLevel.READ, AccessLevel.LIST],
        }),
        viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS,
        allowedMethods: AllowedMethods.ALLOW_GET_HEAD,
        compress: true,
        cachePolicy: new CachePolicy(this, 'Cache', {
          comment: 'As long as the file itself says',
          minTtl: Duration.seconds(0),
          defaultTtl: Duration.seconds(0),
          maxTtl: Duration.days(365),
          enableAcceptEncodingBrotli: true,
          enableAcceptEncodingGzip: true,
        }),
        responseHeadersPolicy: siteHeadersPolicy(this, siteHeaders({ ...reach, connect })),
        functionAssociations: [{ eventType: FunctionEventType.VIEWER_REQUEST, function: routes(this) }],
      },
      ...(props.ownDomain !== null && {
        domainNames: [props.ownDomain.domain],
        certificate: Certificate.fromCertificateArn(this, 'Certificate', props.ownDomain.certificateArn),
        minimumProtocolVersion: SecurityPolicyProtocol.TLS_V1_2_2021,
      }),
    });
    this.host = props.ownDomain?.domain ?? this.distribution.distributionDomainName;
    this.address = `https://${this.host}`;
    this.origins = [...new Set([this.host, this.distribution.distributionDomainName])].map((host) => `https://${host}`);
    explain(this, props.ownDomain);
  }
}

const routes = (scope: Construct) =>
  new EdgeFunction(scope, 'Routes', {
    comment: 'Every route of the app is its page',
    runtime: FunctionRuntime.JS_2_0,
    code: FunctionCode.fromFile({ filePath: fileURLToPath(new URL('../site/viewer-request.js', import.meta.url)) }),
  });

function explain({ bucket, distribution }: Site, ownDomain: OwnDomain | null): void {
  const log = 'A log of every access would need a bucket of its own and tell who opened the app from where and when.';
  Validations.of(bucket).acknowledge({ id: 'AwsSolutions-S1', reason: log });
  Validations.of(distribution).acknowledge({ id: 'AwsSolutions-CFR3', reason: log });
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR1',
    reason: 'People open their notes wherever they are.',
  });
  Validations.of(distribution).acknowledge({
    id: 'AwsSolutions-CFR2',
    reason: 'A web ACL costs more than all the rest, and there are only the app’s own public files behind it.',
  });
  Validations.of(distribution).acknowledge({
    id: '@aws-cdk/aws-cloudfront-origins:listBucketSecurityRisk',
    reason: 'The default root object is set, and there is nothing in the bucket but public files.',
  });
  if (ownDomain === null) {
    Validations.of(distribution).acknowledge({
      id: 'AwsSolutions-CFR4',
      reason:
        'Under its own address CloudFront alone decides which versions of TLS it takes. An own domain gets TLS 1.2.',
    });
  }
}
