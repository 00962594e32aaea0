import { describe, expect, it } from 'vitest';
import { withoutSecrets } from '../../../src/aws/doctor/without-secrets.ts';

const token = `IQoJb3JpZ2luX2VjE${'aB3+/'.repeat(40)}==`;
const signature = '5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7';
const keyId = 'ASIAIOSFODNN7EXAMPLE';
const jwt = 'eyJraWQiOiIxIn0.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('what AWS says of a wrong signature', () => {
  it.each([
    [
      'API Gateway',
      `The request signature we calculated does not match. The Canonical String should have been 'GET\n/prod/notes\n\nhost:a1b2c3d4e5.execute-api.eu-central-1.amazonaws.com\nx-amz-security-token:${token}\n\nhost;x-amz-date'`,
    ],
    [
      'S3',
      `<Error><Code>SignatureDoesNotMatch</Code><AWSAccessKeyId>${keyId}</AWSAccessKeyId><SignatureProvided>${signature}</SignatureProvided><CanonicalRequest>GET X-Amz-Security-Token=${encodeURIComponent(token)}&amp;x=1</CanonicalRequest></Error>`,
    ],
    ['a token in its words', `Invalid login token ${jwt}, Authorization: Bearer ${jwt}`],
  ])('tells no secret: %s', (_who, words) => {
    const told = withoutSecrets(words);
    for (const secret of [token.slice(20, 60), signature, keyId, jwt]) expect(told).not.toContain(secret);
  });

  it('still tells what went wrong, and where', () => {
    expect(withoutSecrets('SignatureDoesNotMatch in eu-central-1 at /prod/notes')).toBe(
      'SignatureDoesNotMatch in eu-central-1 at /prod/notes',
    );
  });
});
