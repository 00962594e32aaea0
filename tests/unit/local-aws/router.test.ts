import { describe, expect, it } from 'vitest';
import { routeOf } from '../../../local-aws/router.ts';

const find = (address: string) => {
  const route = routeOf(new URL(address));
  return route.kind === 'service' ? [route.service, route.url.href, route.signedUrl.href] : route;
};

const local = 'http://127.0.0.1:5174';
const api = 'https://localapi01.execute-api.us-east-1.amazonaws.com';
const bucket = 'https://satchel-local-uploads.s3.us-east-1.amazonaws.com';

describe('the router', () => {
  it.each([
    ['https://cognito-idp.us-east-1.amazonaws.com/', 'user-pool'],
    ['https://cognito-identity.us-east-1.amazonaws.com/', 'identity-pool'],
    [`${api}/prod/notes?since=0`, 'notes'],
    [`${bucket}/a/b.png?x-id=GetObject`, 's3'],
    ['https://satchel-local-uploads.s3.amazonaws.com/a', 's3'],
    ['https://s3.us-east-1.amazonaws.com/satchel-local-uploads/a', 's3'],
  ])('takes %s as it is on AWS', (address, service) => {
    expect(find(address)).toEqual([service, address, address]);
  });

  it.each([
    [`${local}/user-pool`, 'user-pool', 'https://cognito-idp.us-east-1.amazonaws.com/'],
    [`${local}/user-pool/`, 'user-pool', 'https://cognito-idp.us-east-1.amazonaws.com/'],
    [`${local}/identity-pool`, 'identity-pool', 'https://cognito-identity.us-east-1.amazonaws.com/'],
    [`${local}/s3/satchel-local-uploads/a/b.png?partNumber=1`, 's3', `${bucket}/a/b.png?partNumber=1`],
    [`${local}/s3/satchel-local-uploads`, 's3', `${bucket}/`],
    [`${local}/s3/other-bucket/a`, 's3', 'https://other-bucket.s3.us-east-1.amazonaws.com/a'],
  ])('takes %s for %s, signed for its address on AWS', (address, service, onAws) => {
    expect(find(address)).toEqual([service, onAws, onAws]);
  });

  it('takes the notes API by path, signed for that very path', () => {
    const address = `${local}/notes-api/prod/notes/a?since=0`;
    expect(find(address)).toEqual(['notes', `${api}/prod/notes/a?since=0`, address]);
  });

  it.each([
    "/us-east-1%3Aab/0a1b-r%C3%A9sum%C3%A9%20(1)'!*.pdf?X-Amz-Expires=60&a=%2F+~",
    '/us-east-1:ab/a+b//c%2Fd%2f%25.txt',
  ])('keeps %s byte for byte', (path) => {
    expect(find(`${local}/s3/satchel-local-uploads${path}`)).toEqual(['s3', bucket + path, bucket + path]);
    expect(find(`${local}/notes-api/prod${path}`)).toEqual([
      'notes',
      `${api}/prod${path}`,
      `${local}/notes-api/prod${path}`,
    ]);
  });

  it.each(['http://localhost:5173', 'http://[::1]:5173', local])('finds the control API on %s', (origin) => {
    expect(find(`${origin}/__aws/inbox`)).toEqual({ kind: 'control', path: '/inbox' });
  });

  it.each([
    `${local}/`,
    `${local}/notes`,
    `${local}/user-pool/x`,
    `${local}/s3`,
    'https://cognito-idp.eu-west-1.amazonaws.com/',
    'https://otherapi.execute-api.us-east-1.amazonaws.com/prod/notes',
    'https://cognito-idp.us-east-1.amazonaws.com.evil.example/',
    'https://dynamodb.us-east-1.amazonaws.com/',
  ])('knows nothing at %s', (address) => {
    expect(find(address)).toEqual({ kind: 'nowhere' });
  });
});
