import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import { ann, noteId } from './notes-api-subject.ts';

/** What the tutorial's backend does and a client must cope with. */
export function tutorialBehaves({ api }: Subjects): void {
  it('makes the ids itself, UUIDs of version 1, whatever id is sent', async () => {
    const send = () => api().call('POST', '/notes', { noteId: noteId(1), content: 'a', attachment: null });
    const ids = [Object((await send()).body).noteId, Object((await send()).body).noteId];
    expect(ids[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-1[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(ids[0]).not.toBe(ids[1]);
  });

  it('has no versions', async () => {
    await api().call('POST', '/notes', { content: 'a', attachment: null });
    const [note] = Object((await api().call('GET', '/notes')).body);
    expect(Object.keys(note).sort()).toEqual(['attachment', 'content', 'createdAt', 'noteId', 'userId']);
  });

  it('answers 500 and "Item not found." for a note that is not there', async () => {
    expect(await api().call('GET', `/notes/${noteId(1)}`)).toMatchObject({
      status: 500,
      body: { error: 'Item not found.' },
    });
  });

  it('says no more than {"status":true} to writes', async () => {
    expect((await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a', version: 7 })).body).toEqual({
      status: true,
    });
    expect((await api().call('DELETE', `/notes/${noteId(1)}?version=3`)).body).toEqual({ status: true });
  });

  it('overwrites without asking', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'first' });
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'second', version: 0 });
    expect(await api().call('GET', `/notes/${noteId(1)}`)).toMatchObject({ body: { content: 'second' } });
  });

  it('creates without a time where an update meets no note', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    expect((await api().call('GET', `/notes/${noteId(1)}`)).body).toEqual({
      userId: ann,
      noteId: noteId(1),
      content: 'a',
      attachment: null,
    });
  });

  it('puts null for what an update leaves out, and for empty text', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, {});
    await api().call('PUT', `/notes/${noteId(2)}`, { content: '', attachment: '' });
    expect(await api().call('GET', '/notes')).toMatchObject({
      body: [
        { content: null, attachment: null },
        { content: null, attachment: null },
      ],
    });
  });

  it('stores whatever it is sent', async () => {
    const created = await api().call('POST', '/notes', { content: { deep: [1, 2] } });
    expect(created).toMatchObject({ status: 200, body: { content: { deep: [1, 2] } } });
    expect(created.body).not.toHaveProperty('attachment');
  });

  it.each(['', 'no JSON', 'null'])('answers 500 to the body %j', async (body) => {
    const { status, body: answer } = await api().send({ method: 'POST', path: '/notes', body });
    expect(status).toBe(500);
    expect(answer).toEqual({ error: expect.any(String) });
  });

  it('answers 500 to a note that DynamoDB finds too large', async () => {
    const { status, body } = await api().call('PUT', `/notes/${noteId(1)}`, { content: 'x'.repeat(410_000) });
    expect(status).toBe(500);
    expect(body).toEqual({ error: expect.stringContaining('size') });
  });

  it('cuts the list at 1 MB, in the order of ids, without a word', async () => {
    const content = 'x'.repeat(300_000);
    for (const n of [5, 4, 3, 2, 1]) await api().call('PUT', `/notes/${noteId(n)}`, { content });
    const { status, body } = await api().call('GET', '/notes');
    expect(status).toBe(200);
    expect(body).toMatchObject([1, 2, 3, 4].map((n) => ({ noteId: noteId(n) })));
    expect(body).toHaveLength(4);
    expect(await api().call('GET', `/notes/${noteId(5)}`)).toMatchObject({ status: 200 });
  });

  it('answers a question for changes with the list', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    expect(await api().call('GET', '/notes?since=0')).toMatchObject({ status: 200, body: [{ noteId: noteId(1) }] });
    expect(await api().call('GET', '/notes?since=nonsense')).toMatchObject({ status: 200, body: [{ content: 'a' }] });
  });
}
