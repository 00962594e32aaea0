import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import type { ApiRequest } from './notes-api-subject.ts';
import { ann, bob, noteId } from './notes-api-subject.ts';

/** Where API Gateway says who has signed, and what a client could hope that some function looks at. */
const names = [
  'userId',
  'identityId',
  'cognitoIdentityId',
  'cognito-identity-id',
  'x-cognito-identity-id',
  'x-amz-cognito-identity-id',
  'x-amzn-cognito-identity-id',
  'x-amzn-iot-principal',
  'x-amz-user',
  'requestContext',
  'requestContext.identity.cognitoIdentityId',
  'requestContext.authorizer.iam.cognitoIdentity.identityId',
];
const nested = ['requestContext[identity][cognitoIdentityId]', '__proto__', 'constructor', 'authorizer[iam]'];

const requestContext = {
  identity: { cognitoIdentityId: ann },
  http: { method: 'DELETE' },
  authorizer: { iam: { cognitoIdentity: { identityId: ann } } },
};

const query = [...names, ...nested].map((name) => `${encodeURIComponent(name)}=${ann}`).join('&');
const headers = {
  ...Object.fromEntries(names.map((name) => [name, ann])),
  'x-amzn-requestcontext': JSON.stringify(requestContext),
};

/** A body that is a whole event of the other person's as well. */
const forged = (note: Readonly<Record<string, unknown>>) =>
  JSON.stringify({ ...note, userId: ann, cognitoIdentityId: ann, httpMethod: 'DELETE', requestContext }).replace(
    '{',
    `{"__proto__":{"userId":"${ann}"},`,
  );

const id = noteId(1);

/** Bob asks, and says in every place that he has that he is Ann. */
export function spoofingChangesNothing({ api }: Subjects): void {
  const asBob = (request: ApiRequest) => {
    const join = request.path.includes('?') ? '&' : '?';
    return api().send({ ...request, path: `${request.path}${join}${query}`, headers, as: bob });
  };

  it('shows nothing of a person who is named in headers and query', async () => {
    await api().call('PUT', `/notes/${id}`, { content: 'Ann’s' }, ann);
    await api().call('PUT', `/notes/${noteId(2)}`, { content: 'Bob’s' }, bob);
    for (const path of ['/notes', `/notes/${noteId(2)}`, `/notes/${id}`, '/notes?since=0']) {
      const honest = await api().call('GET', path, undefined, bob);
      expect(await asBob({ method: 'GET', path })).toMatchObject({ status: honest.status, body: honest.body });
      expect(JSON.stringify(honest.body)).not.toContain('Ann’s');
    }
  });

  it('writes into the table of whoever has signed, whoever is named in headers, query and body', async () => {
    await api().call('PUT', `/notes/${id}`, { content: 'Ann’s' }, ann);
    const before = await api().call('GET', '/notes', undefined, ann);
    await asBob({ method: 'PUT', path: `/notes/${id}`, body: forged({ content: 'put' }) });
    await asBob({ method: 'POST', path: '/notes', body: forged({ content: 'posted' }) });
    const notes: unknown = (await api().call('GET', '/notes', undefined, bob)).body;
    expect(notes).toHaveLength(2);
    expect(notes).toMatchObject([{ userId: bob }, { userId: bob }]);
    await asBob({ method: 'DELETE', path: `/notes/${id}`, body: forged({}) });
    expect((await api().call('GET', '/notes', undefined, bob)).body).toHaveLength(1);
    expect((await api().call('GET', '/notes', undefined, ann)).body).toEqual(before.body);
  });

  it.each([`${ann}/${id}`, `../${ann}/${id}`, `${ann}#${id}`, `${id}\u0000${ann}`])(
    'takes the path %j for nothing but an id of whoever has signed',
    async (path) => {
      await api().call('PUT', `/notes/${id}`, { content: 'Ann’s' }, ann);
      const at = `/notes/${encodeURIComponent(path)}`;
      await asBob({ method: 'PUT', path: at, body: forged({ content: 'Bob’s' }) });
      expect(await asBob({ method: 'GET', path: at })).toMatchObject({ body: { userId: bob, content: 'Bob’s' } });
      await asBob({ method: 'DELETE', path: at });
      expect(await api().call('GET', '/notes', undefined, ann)).toMatchObject({ body: [{ content: 'Ann’s' }] });
    },
  );
}
