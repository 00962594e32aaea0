import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import { ann, bob, noteId } from './notes-api-subject.ts';

/** What a client of the tutorial's relies on, and both profiles keep. */
export function commonPartBehaves({ api }: Subjects): void {
  it('creates a note and gives it back with its id and time', async () => {
    const created = await api().call('POST', '/notes', { content: '# Milk', attachment: 'abc-list.pdf' });
    expect(created).toMatchObject({
      status: 200,
      body: { userId: ann, content: '# Milk', attachment: 'abc-list.pdf', createdAt: api().clock.now },
    });
    const { noteId: id } = Object(created.body);
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ status: 200, body: Object(created.body) });
  });

  it('lists the notes as a bare array in the order of ids', async () => {
    await api().call('PUT', `/notes/${noteId(2)}`, { content: 'two' });
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'one' });
    const { status, body } = await api().call('GET', '/notes');
    expect(status).toBe(200);
    expect(body).toMatchObject([
      { noteId: noteId(1), content: 'one' },
      { noteId: noteId(2), content: 'two' },
    ]);
  });

  it('lists nothing as an empty array', async () => {
    expect(await api().call('GET', '/notes')).toMatchObject({ status: 200, body: [] });
  });

  it('ignores query parameters that it does not know', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'one' });
    expect(await api().call('GET', '/notes?limit=0&noteId=x')).toMatchObject({ body: [{ noteId: noteId(1) }] });
  });

  it('replaces content and attachment, and keeps the time of creation', async () => {
    const created = Object((await api().call('POST', '/notes', { content: 'a', attachment: 'x' })).body);
    api().clock.now += 5_000;
    const updated = await api().call('PUT', `/notes/${created.noteId}`, { content: 'b', attachment: 'y' });
    expect(updated).toMatchObject({ status: 200, body: { status: true } });
    expect(await api().call('GET', `/notes/${created.noteId}`)).toMatchObject({
      body: { content: 'b', attachment: 'y', createdAt: created.createdAt },
    });
  });

  it('takes the attachment away where an update leaves it out', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a', attachment: 'x' });
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    expect(await api().call('GET', `/notes/${noteId(1)}`)).toMatchObject({ body: { content: 'a', attachment: null } });
  });

  it('creates a note under an id of the client’s own, once, however often it is sent', async () => {
    const note = { content: 'mine', attachment: null };
    for (let sent = 0; sent < 3; sent += 1) {
      expect(await api().call('PUT', `/notes/${noteId(1)}`, note)).toMatchObject({ status: 200 });
    }
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [{ noteId: noteId(1), ...note }] });
  });

  it('deletes a note, and says the same of one that is not there', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'a' });
    for (const id of [noteId(1), noteId(1), noteId(2)]) {
      expect(await api().call('DELETE', `/notes/${id}`)).toMatchObject({ status: 200, body: { status: true } });
    }
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [] });
    expect(await api().call('GET', `/notes/${noteId(1)}`)).toMatchObject({ body: { error: 'Item not found.' } });
  });

  it.each([
    ['every script', '# Überblick\n日本語 العربية 👩‍👩‍👧 \u0000\u001f "quoted" \\ end\r\n'],
    ['nothing but a line break', '\n'],
    ['null', null],
  ])('keeps content of %s as it is', async (_name, content) => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content, attachment: null });
    expect(await api().call('GET', `/notes/${noteId(1)}`)).toMatchObject({ body: { content } });
  });

  it('keeps a new note that is empty', async () => {
    const created = Object((await api().call('POST', '/notes', { content: '', attachment: null })).body);
    expect(await api().call('GET', `/notes/${created.noteId}`)).toMatchObject({ body: { content: '' } });
  });

  it.each(['%C3%A4%2Fb%20c', '100%25', 'a.b~c'])('finds a note again under the id %s', async (id) => {
    await api().call('PUT', `/notes/${id}`, { content: 'found' });
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ status: 200, body: { content: 'found' } });
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [{ content: 'found' }] });
  });

  it('ignores fields that it does not know', async () => {
    const created = await api().call('POST', '/notes', { content: 'a', attachment: null, colour: 'red', createdAt: 1 });
    expect(created.body).not.toHaveProperty('colour');
    expect(created.body).toMatchObject({ createdAt: api().clock.now });
  });

  it('shows nobody the notes of somebody else, and lets nobody change them', async () => {
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'Ann’s' }, ann);
    expect(await api().call('GET', '/notes', undefined, bob)).toMatchObject({ body: [] });
    expect(await api().call('GET', `/notes/${noteId(1)}`, undefined, bob)).toMatchObject({
      body: { error: 'Item not found.' },
    });
    await api().call('PUT', `/notes/${noteId(1)}`, { content: 'Bob’s' }, bob);
    await api().call('DELETE', `/notes/${noteId(1)}`, undefined, bob);
    expect(await api().call('GET', `/notes/${noteId(1)}`, undefined, ann)).toMatchObject({
      body: { content: 'Ann’s' },
    });
  });

  it('may be asked from a page of any origin', async () => {
    const { headers } = await api().call('GET', '/notes');
    expect(headers.get('access-control-allow-origin')).toBe('*');
  });
}
