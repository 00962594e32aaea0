import { describe, expect, it } from 'vitest';
import { notesTableDefinition } from '../../../../infra/notes-api/table.ts';
import { bucketCorsRule } from '../../../../infra/policies/bucket-cors.ts';
import { deployed, stackOf } from './synthesised.ts';

const stack = deployed(stackOf());
const certificate = 'arn:aws:acm:us-east-1:123456789012:certificate/5b1f3c9e-7d24-4e8a-9c60-2f7d1a8b3e45';

describe('the notes table', () => {
  const table = stack.only('AWS::DynamoDB::Table');

  it('has the keys and the index that the function works with', () => {
    expect(table.Properties).toMatchObject(notesTableDefinition);
  });

  it('can be put back to any second, lets tombstones expire, and cannot be deleted', () => {
    expect(table.Properties).toMatchObject({
      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
      TimeToLiveSpecification: { AttributeName: 'expiresAt', Enabled: true },
      DeletionProtectionEnabled: true,
    });
    expect(table).toMatchObject({ DeletionPolicy: 'Retain', UpdateReplacePolicy: 'Retain' });
  });
});

describe('the uploads bucket', () => {
  const bucket = stack.only('AWS::S3::Bucket', 'Uploads');

  it('is encrypted and private, its objects are the account’s, and it stays when the stack goes', () => {
    expect(bucket.Properties).toMatchObject({
      BucketEncryption: {
        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'AES256' } }],
      },
      PublicAccessBlockConfiguration: {
        BlockPublicAcls: true,
        BlockPublicPolicy: true,
        IgnorePublicAcls: true,
        RestrictPublicBuckets: true,
      },
      OwnershipControls: { Rules: [{ ObjectOwnership: 'BucketOwnerEnforced' }] },
    });
    expect(bucket).toMatchObject({ DeletionPolicy: 'RetainExceptOnCreate', UpdateReplacePolicy: 'Retain' });
  });

  it('shows pages of the site alone what uploads need, ETag included', () => {
    const site = stack.outputs.SiteAddress ?? '';
    expect(site).toMatch(/^https:\/\/SiteDistribution\w+\.DomainName$/);
    const { AllowedOrigins, AllowedMethods, AllowedHeaders, ExposeHeaders, MaxAgeSeconds } = bucketCorsRule([site]);
    expect(ExposeHeaders).toContain('ETag');
    const rule = {
      AllowedOrigins,
      AllowedMethods,
      AllowedHeaders,
      ExposedHeaders: ExposeHeaders,
      MaxAge: MaxAgeSeconds,
    };
    expect(bucket.Properties.CorsConfiguration).toEqual({ CorsRules: [rule] });
  });

  it('goes on letting pages of CloudFront’s address in once there is an own domain', () => {
    const own = deployed(stackOf({ siteDomain: 'notes.example.com', siteCertificate: certificate }));
    expect(own.only('AWS::S3::Bucket', 'Uploads').Properties.CorsConfiguration).toMatchObject({
      CorsRules: [
        {
          AllowedOrigins: [
            'https://notes.example.com',
            expect.stringMatching(/^https:\/\/SiteDistribution\w+\.DomainName$/),
          ],
        },
      ],
    });
  });

  it('takes the parts of broken uploads away after 7 days, and has versions only where they are asked for', () => {
    expect(bucket.Properties.LifecycleConfiguration).toEqual({
      Rules: [{ Id: 'BrokenUploads', Status: 'Enabled', AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }],
    });
    expect(bucket.Properties).not.toHaveProperty('VersioningConfiguration');
    const versioned = deployed(stackOf({ versionedUploads: true })).only('AWS::S3::Bucket', 'Uploads');
    expect(versioned.Properties).toMatchObject({
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{}, { NoncurrentVersionExpiration: { NoncurrentDays: 30 } }] },
    });
  });

  it('has a name that nobody can take beforehand, and that is short enough', () => {
    const name = deployed(stackOf({ stage: 'abcdefghij' })).outputs.UploadsBucketName;
    expect(name).toBe('satchel-abcdefghij-uploads-abc9dbf0-43c2-11e3-a6e8-50fa526be49c');
    expect(name?.length).toBeLessThanOrEqual(63);
  });
});
