import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import { noteId } from './notes-api-subject.ts';

const path = `/notes/${noteId(1)}`;

/** Proper status codes, and the limits of an answer. */
export function validationBehaves({ api }: Subjects): void {
  it.each([
    ['POST', '/notes', { attachment: null }, 'content'],
    ['POST', '/notes', { content: 5, attachment: null }, 'content'],
    ['POST', '/notes', { content: 'half of a pair: \ud83d', attachment: null }, 'content'],
    ['POST', '/notes', { content: 'a', attachment: {} }, 'attachment'],
    ['POST', '/notes', { content: 'a', attachment: 'x'.repeat(4_097) }, 'attachment'],
    ['POST', '/notes', { content: 'a', attachment: null, noteId: 'not-a-uuid' }, 'noteId'],
    ['PUT', path, { attachment: null }, 'content'],
    ['PUT', path, { content: 'a', version: '1' }, 'version'],
    ['PUT', path, { content: 'a', version: -1 }, 'version'],
    ['PUT', path, { content: 'a', version: 1.5 }, 'version'],
    ['PUT', path, { content: 'a', version: null }, 'version'],
  ])('answers 400 to %s %s of %j and names %s', async (method, at, body, field) => {
    const answer = await api().call(method, at, body);
    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({ error: expect.stringContaining(field) });
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [] });
  });

  it.each(['', 'no JSON', '[]', 'null', '"text"'])('answers 400 to the body %j', async (body) => {
    for (const [method, at] of [
      ['POST', '/notes'],
      ['PUT', path],
    ] as const) {
      expect(await api().send({ method, path: at, body })).toMatchObject({
        status: 400,
        body: { error: expect.any(String) },
      });
    }
  });

  it.each([
    '',
    '1',
    'nonsense',
    'e30',
    '%00',
    '00',
    '-1',
    'eyJraW5kIjoic2V0dGxlZCJ9',
    'eyJraW5kIjoic2V0dGxlZCIsInNldHRsZWQiOi0xfQ',
  ])('answers 400 to since=%s', async (since) => {
    const { status, body } = await api().call('GET', `/notes?since=${since}`);
    expect(status).toBe(400);
    expect(body).toEqual({ error: expect.stringContaining('since') });
  });

  it.each(['x', '-1', '1.5', '', '1e3'])('answers 400 to DELETE with version=%s', async (version) => {
    expect(await api().call('DELETE', `${path}?version=${version}`)).toMatchObject({
      status: 400,
      body: { error: expect.stringContaining('version') },
    });
  });

  it('answers 400 to an id that DynamoDB could not keep', async () => {
    expect(await api().call('PUT', `/notes/${'x'.repeat(1_001)}`, { content: 'a' })).toMatchObject({ status: 400 });
    expect(await api().call('PUT', `/notes/${'x'.repeat(1_000)}`, { content: 'a' })).toMatchObject({ status: 200 });
  });

  it('answers 404 for a note that is not there', async () => {
    expect(await api().call('GET', path)).toMatchObject({ status: 404, body: { error: 'Item not found.' } });
  });

  it('takes content of 350 kB in UTF-8 and answers 413 to more', async () => {
    const longest = 'é'.repeat(175_000);
    const attachment = 'x'.repeat(4_096);
    expect(await api().call('PUT', path, { content: longest, attachment })).toMatchObject({ status: 200 });
    expect(await api().call('GET', path)).toMatchObject({ body: { content: longest } });
    for (const [method, at] of [
      ['POST', '/notes'],
      ['PUT', path],
    ] as const) {
      const { status, body } = await api().call(method, at, { content: `${longest}x`, attachment: null });
      expect(status).toBe(413);
      expect(body).toEqual({ error: expect.stringContaining('350001') });
    }
  });

  it('never cuts the list', async () => {
    const content = 'x'.repeat(345_000);
    for (let n = 0; n < 5; n += 1) await api().call('PUT', `/notes/${noteId(n)}`, { content });
    expect((await api().call('GET', '/notes')).body).toHaveLength(5);
  });

  it('lets a page read the servers’ time and when to try again', async () => {
    for (const answer of [await api().call('GET', '/notes'), await api().call('GET', path)]) {
      expect(answer.headers.get('access-control-allow-origin')).toBe('*');
      expect(answer.headers.get('access-control-expose-headers')).toMatch(/\bDate\b.*\bRetry-After\b/);
      expect(answer.headers.get('content-type')).toBe('application/json');
    }
  });
}
