import { describe, expect, it } from 'vitest';
import { placeOf, statement } from '#src/notes/object-place.ts';
import { authorizedBy } from '../../../local-aws/iam/authorize.ts';

const identityId = 'us-east-1:7c9d0a4e-52a7-4f2c-9d2e-6f0b8a1c2d3e';
const other = 'us-east-1:00000000-52a7-4f2c-9d2e-6f0b8a1c2d3e';
const bucket = 'notes-uploads';
const me = `\${cognito-identity.amazonaws.com:sub}`;

describe('the place of an object', () => {
  it.each([
    [`${identityId}-1500-a.png`, `${identityId}-`, `${me}-*`],
    [`${identityId}/1500-a.png`, `${identityId}/`, `${me}/*`],
    [`private/${identityId}/x/1500-a.png`, `private/${identityId}/`, `private/${me}/*`],
    [`odd*/${identityId}/a.png`, `odd*/${identityId}/`, `odd\${*}/${me}/*`],
  ])('%s is the person’s own', (key, prefix, path) => {
    expect(placeOf(key, { identityId, bucket })).toEqual({
      kind: 'own',
      prefix,
      resource: `arn:aws:s3:::notes-uploads/${path}`,
    });
  });

  it.each([`${other}-1500-a.png`, `private/${other}/a.png`, 'public/a.png', identityId, `${identityId}9/a.png`, ''])(
    '%j is not',
    (key) => expect(placeOf(key, { identityId, bucket })).toEqual({ kind: 'foreign' }),
  );

  it('needs a person to have one', () => {
    expect(placeOf('/a.png', { identityId: '', bucket })).toEqual({ kind: 'foreign' });
  });
});

describe('the statement that is missing', () => {
  it.each([`${identityId}-1500-a.png`, `${identityId}/1500-a b.png`, `private/${identityId}/a.png`])(
    'lets the person at %s, and at nobody else’s',
    async (key) => {
      const place = placeOf(key, { identityId, bucket });
      if (place.kind !== 'own') throw new Error(place.kind);
      const allow = authorizedBy(
        { Version: '2012-10-17', Statement: [JSON.parse(statement(['s3:GetObject'], [place.resource]))] },
        'as advised',
      );
      const ask = (action: string, asked: string) =>
        allow({ identityId, action, resource: `arn:aws:s3:::${bucket}/${asked}` });
      expect(await ask('s3:GetObject', key)).toBe(true);
      expect(await ask('s3:DeleteObject', key)).toBe(false);
      expect(await ask('s3:GetObject', key.replace(identityId, other))).toBe(false);
    },
  );
});
