import aws4 from 'aws4';
import { describe, expect, it } from 'vitest';
import { presignedDelete } from '#src/aws/presigned-delete.ts';

const keys = { accessKeyId: 'ASIAEXAMPLE', secretAccessKey: 'secret/with+signs', sessionToken: 'token+/with=signs' };
const now = Date.parse('2026-11-22T20:17:33.456Z');

describe('the presigned address that deletes an object', () => {
  it.each(['/us-east-1%3A0abc/0def-plan.pdf', '/a%20b/%E2%82%AC%27.txt'])(
    'has the signature that aws4 makes for %s',
    async (path) => {
      const address = new URL(`https://a-bucket.s3.eu-west-1.amazonaws.com${path}`);
      const url = await presignedDelete({ address, region: 'eu-west-1', keys, now });

      const theirs = aws4.sign(
        {
          service: 's3',
          region: 'eu-west-1',
          method: 'DELETE',
          host: address.host,
          path: `${path}?X-Amz-Date=20261122T201733Z&X-Amz-Expires=60`,
          signQuery: true,
        },
        keys,
      );
      const expected = new URL(`https://${address.host}${theirs.path}`);
      const sorted = (params: URLSearchParams) => [...params].sort();
      expect(sorted(url.searchParams)).toEqual(sorted(expected.searchParams));
      expect(url.pathname).toBe(path);
    },
  );
});
