import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CorsRule,
  HttpMethods,
  ObjectOwnership,
} from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucketCorsRule } from '../policies/bucket-cors.ts';

export interface UploadsProps {
  readonly bucketName: string;
  /** Whose pages may reach the bucket; origins. */
  readonly origins: readonly string[];
  readonly versioned: boolean;
}

/** Attachments: a private bucket, kept when the stack goes, but not when a first deploy fails and is taken back. */
export class Uploads extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, { bucketName, origins, versioned }: UploadsProps) {
    super(scope, id);
    this.bucket = new Bucket(this, 'Bucket', {
      bucketName,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      minimumTLSVersion: 1.2,
      cors: [corsRule(origins)],
      versioned,
      lifecycleRules: [
        { id: 'BrokenUploads', abortIncompleteMultipartUploadAfter: Duration.days(7) },
        ...(versioned
          ? [{ id: 'OldVersions', noncurrentVersionExpiration: Duration.days(30), expiredObjectDeleteMarker: true }]
          : []),
      ],
      removalPolicy: RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
    });

    Validations.of(this.bucket).acknowledge({
      id: 'AwsSolutions-S1',
      reason:
        'A log of every access would need a bucket of its own, cost with every picture, and tell who reads what and when.',
    });
  }
}

/** The rule in CDK's words. */
function corsRule(origins: readonly string[]): CorsRule {
  const rule = bucketCorsRule(origins);
  return {
    allowedOrigins: [...rule.AllowedOrigins],
    allowedMethods: rule.AllowedMethods.map((method) => HttpMethods[method]),
    allowedHeaders: [...rule.AllowedHeaders],
    exposedHeaders: [...rule.ExposeHeaders],
    maxAge: rule.MaxAgeSeconds,
  };
}
