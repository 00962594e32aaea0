/** A CORS rule of a bucket, in the words of S3's PutBucketCors. */
export interface BucketCorsRule {
  /** Each with at most one `*`. */
  readonly AllowedOrigins: readonly string[];
  readonly AllowedMethods: readonly ('GET' | 'PUT' | 'POST' | 'HEAD' | 'DELETE')[];
  readonly AllowedHeaders: readonly string[];
  readonly ExposeHeaders: readonly string[];
  readonly MaxAgeSeconds: number;
}

/**
 * What pages of `origins` may do with the bucket. An upload needs ETag to put its parts together and Date to correct a wrong
 * clock; a download needs Content-Range and Content-Length, and the checksums, to know that it is whole.
 */
export const bucketCorsRule = (origins: readonly string[]): BucketCorsRule => ({
  AllowedOrigins: origins,
  AllowedMethods: ['GET', 'PUT', 'POST', 'HEAD', 'DELETE'],
  AllowedHeaders: ['*'],
  ExposeHeaders: [
    'ETag',
    'Date',
    'Last-Modified',
    'Accept-Ranges',
    'Content-Length',
    'Content-Range',
    'Content-Disposition',
    'x-amz-request-id',
    'x-amz-id-2',
    'x-amz-checksum-crc32',
    'x-amz-checksum-crc32c',
    'x-amz-checksum-sha1',
    'x-amz-checksum-sha256',
    'x-amz-checksum-type',
  ],
  MaxAgeSeconds: 3000,
});
