import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import { ann, noteId } from './notes-api-subject.ts';

const id = noteId(1);

/** Creating and updating with versions. */
export function versionsBehave({ api, over }: Subjects): void {
  it('counts every write from 1 and tells its time', async () => {
    const created = await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
    const createdAt = api().clock.now;
    expect(created.body).toEqual({
      userId: ann,
      noteId: id,
      content: 'a',
      attachment: null,
      createdAt,
      version: 1,
      updatedAt: createdAt,
    });
    api().clock.now += 1_000;
    const updated = await api().call('PUT', `/notes/${id}`, { content: 'b', attachment: null, version: 1 });
    expect(updated).toMatchObject({ status: 200 });
    expect(updated.body).toEqual({ status: true, version: 2, updatedAt: createdAt + 1_000 });
    expect((await api().call('GET', `/notes/${id}`)).body).toEqual({
      ...Object(created.body),
      content: 'b',
      version: 2,
      updatedAt: createdAt + 1_000,
    });
  });

  it('answers a create that is sent again with the note', async () => {
    const note = { noteId: id, content: 'a', attachment: 'k' };
    const first = await api().call('POST', '/notes', note);
    api().clock.now += 1_000;
    expect(await api().call('POST', '/notes', note)).toMatchObject({ status: 200, body: Object(first.body) });
    expect((await api().call('GET', '/notes')).body).toHaveLength(1);
  });

  it.each([
    ['content', { content: 'b', attachment: 'k' }],
    ['attachment', { content: 'a', attachment: 'other' }],
  ])('refuses to create over other %s, and shows what is there', async (_field, other) => {
    await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: 'k' });
    expect(await api().call('POST', '/notes', { noteId: id, ...other })).toMatchObject({
      status: 409,
      body: { error: expect.any(String), note: { noteId: id, content: 'a', attachment: 'k', version: 1 } },
    });
  });

  it('creates once where the same create arrives twice at the same time', async () => {
    const note = { noteId: id, content: 'a', attachment: null };
    const answers = await Promise.all([api().call('POST', '/notes', note), api().call('POST', '/notes', note)]);
    for (const answer of answers) expect(answer).toMatchObject({ status: 200, body: { version: 1 } });
  });

  it('takes an update that is sent again for the one it is, whatever version it names', async () => {
    await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
    const update = { content: 'b', attachment: null, version: 1 };
    const first = await api().call('PUT', `/notes/${id}`, update);
    api().clock.now += 60_000;
    expect(await api().call('PUT', `/notes/${id}`, update)).toMatchObject({ status: 200, body: Object(first.body) });
    expect(await api().call('PUT', `/notes/${id}`, { ...update, version: 99 })).toMatchObject({
      status: 200,
      body: { status: true, version: 2 },
    });
  });

  it('refuses an update of another version, and shows the note as it is', async () => {
    await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
    await api().call('PUT', `/notes/${id}`, { content: 'b', attachment: 'k', version: 1 });
    for (const version of [0, 1, 3]) {
      expect(await api().call('PUT', `/notes/${id}`, { content: 'c', attachment: 'k', version })).toMatchObject({
        status: 409,
        body: { error: expect.any(String), note: { noteId: id, content: 'b', attachment: 'k', version: 2 } },
      });
    }
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ body: { content: 'b', version: 2 } });
  });

  it('lets one of two updates through that replace the same version at the same time', async () => {
    await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
    const answers = await Promise.all(
      ['b', 'c'].map((content) => api().call('PUT', `/notes/${id}`, { content, attachment: null, version: 1 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ body: { version: 2 } });
  });

  it('updates without asking where no version is sent, and counts that too', async () => {
    await api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
    for (const [content, version] of [
      ['b', 2],
      ['c', 3],
    ]) {
      expect(await api().call('PUT', `/notes/${id}`, { content })).toMatchObject({ body: { status: true, version } });
    }
  });

  it('loses none of several updates without a version that arrive at the same time', async () => {
    await Promise.all(['a', 'b', 'c'].map((content) => api().call('PUT', `/notes/${id}`, { content })));
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ body: { version: 3 } });
  });

  it('creates by an update of version 0, and knows no other version of a note that is not there', async () => {
    expect(await api().call('PUT', `/notes/${id}`, { content: 'a', version: 4 })).toMatchObject({
      status: 409,
      body: { error: expect.any(String), deleted: true, version: 0 },
    });
    expect(await api().call('PUT', `/notes/${id}`, { content: 'a', version: 0 })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ body: { createdAt: api().clock.now } });
  });

  it('makes an id where the client has none', async () => {
    const made = async () =>
      Object((await api().call('POST', '/notes', { content: 'a', attachment: null })).body).noteId;
    expect(await made()).not.toBe(await made());
  });

  const tutorialItem = { userId: ann, noteId: id, content: 'old', attachment: 'k', createdAt: 1_500_000_000_000 };

  it('takes a note of the tutorial’s for version 0 and counts from there', async () => {
    const api = await over([tutorialItem]);
    expect((await api.call('GET', `/notes/${id}`)).body).toEqual({ ...tutorialItem, version: 0 });
    expect(await api.call('PUT', `/notes/${id}`, { content: 'new', attachment: 'k', version: 1 })).toMatchObject({
      status: 409,
      body: { note: { content: 'old', version: 0 } },
    });
    expect(await api.call('PUT', `/notes/${id}`, { content: 'old', attachment: 'k', version: 0 })).toMatchObject({
      status: 200,
      body: { version: 0 },
    });
    expect(await api.call('PUT', `/notes/${id}`, { content: 'new', attachment: 'k', version: 0 })).toMatchObject({
      status: 200,
      body: { version: 1 },
    });
    expect(await api.call('GET', `/notes/${id}`)).toMatchObject({
      body: { content: 'new', version: 1, createdAt: tutorialItem.createdAt },
    });
  });

  it('lets one of two first updates of a tutorial’s note through', async () => {
    const api = await over([tutorialItem]);
    const answers = await Promise.all(
      ['b', 'c'].map((content) => api.call('PUT', `/notes/${id}`, { content, attachment: null, version: 0 })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('reads notes of the tutorial’s without attachment, time or text', async () => {
    const api = await over([
      { userId: ann, noteId: noteId(1), content: 'a' },
      { userId: ann, noteId: noteId(2), content: null, attachment: null },
      { userId: ann, noteId: noteId(3), content: 12 },
    ]);
    expect((await api.call('GET', '/notes')).body).toEqual([
      { userId: ann, noteId: noteId(1), content: 'a', attachment: null, version: 0 },
      { userId: ann, noteId: noteId(2), content: null, attachment: null, version: 0 },
      { userId: ann, noteId: noteId(3), content: '12', attachment: null, version: 0 },
    ]);
  });
}
