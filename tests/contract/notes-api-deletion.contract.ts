import { expect, it } from 'vitest';
import type { Subjects } from './notes-api.contract.ts';
import { ann, noteId } from './notes-api-subject.ts';

const id = noteId(1);
const DAY = 24 * 60 * 60_000;

/** Tombstones: deleting by version, creating again, and their end. */
export function deletionBehaves({ api, over }: Subjects): void {
  const create = () => api().call('POST', '/notes', { noteId: id, content: 'a', attachment: null });
  const remove = (version: number) => api().call('DELETE', `/notes/${id}?version=${version}`);

  it('deletes the version that it is told and leaves a tombstone one higher', async () => {
    await create();
    const deleted = await remove(1);
    expect(deleted).toMatchObject({ status: 200 });
    expect(deleted.body).toEqual({ status: true, version: 2 });
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ status: 404, body: { error: 'Item not found.' } });
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [] });
  });

  it('takes a deletion that is sent again for the one it is', async () => {
    await create();
    await remove(1);
    for (const version of [1, 2, 9]) expect((await remove(version)).body).toEqual({ status: true, version: 2 });
    expect((await api().call('DELETE', `/notes/${id}`)).body).toEqual({ status: true, version: 2 });
  });

  it('refuses to delete another version, and shows the note as it is', async () => {
    await create();
    await api().call('PUT', `/notes/${id}`, { content: 'b', version: 1 });
    expect(await remove(1)).toMatchObject({ status: 409, body: { note: { content: 'b', version: 2 } } });
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ status: 200 });
  });

  it('deletes without asking where no version is sent', async () => {
    await create();
    expect((await api().call('DELETE', `/notes/${id}`)).body).toEqual({ status: true, version: 2 });
  });

  it('says of a note that was never there that it is gone', async () => {
    expect((await remove(3)).body).toEqual({ status: true, version: 0 });
  });

  it('tells an update that its note is deleted', async () => {
    await create();
    await remove(1);
    const { status, body } = await api().call('PUT', `/notes/${id}`, { content: 'b', version: 1 });
    expect(status).toBe(409);
    expect(body).toEqual({ error: expect.any(String), deleted: true, version: 2 });
  });

  it('tells a create that its note is deleted, also where the text is the same', async () => {
    await create();
    await remove(1);
    const { status, body } = await create();
    expect(status).toBe(409);
    expect(body).toEqual({ error: expect.any(String), deleted: true, version: 2 });
  });

  it('creates again one above the tombstone for a client that knows it, with the first time of creation', async () => {
    const createdAt = api().clock.now;
    await create();
    await remove(1);
    api().clock.now += 1_000;
    const again = { content: 'back', attachment: null, version: 2 };
    for (let sent = 0; sent < 2; sent += 1) {
      expect((await api().call('PUT', `/notes/${id}`, again)).body).toEqual({
        status: true,
        version: 3,
        updatedAt: createdAt + 1_000,
      });
    }
    expect(await api().call('GET', `/notes/${id}`)).toMatchObject({ body: { content: 'back', version: 3, createdAt } });
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [{ noteId: id }] });
  });

  it('creates again for a client that knows nothing of versions', async () => {
    await create();
    await api().call('DELETE', `/notes/${id}`);
    expect((await api().call('PUT', `/notes/${id}`, { content: 'a' })).body).toMatchObject({ version: 3 });
  });

  it('refuses a deletion of the version before a re-creation', async () => {
    await create();
    await remove(1);
    await api().call('PUT', `/notes/${id}`, { content: 'back', version: 2 });
    expect(await remove(1)).toMatchObject({ status: 409, body: { note: { content: 'back', version: 3 } } });
  });

  it('deletes a note of the tutorial’s as version 0', async () => {
    const api = await over([{ userId: ann, noteId: id, content: 'old', createdAt: 1_500_000_000_000 }]);
    expect((await api.call('DELETE', `/notes/${id}?version=0`)).body).toEqual({ status: true, version: 1 });
    expect(await api.call('GET', '/notes')).toMatchObject({ body: [] });
    expect((await api.call('PUT', `/notes/${id}`, { content: 'back', version: 1 })).body).toMatchObject({ version: 2 });
  });

  it('keeps a tombstone for 90 days and then forgets the note', async () => {
    await create();
    await remove(1);
    api().clock.now += 90 * DAY - 1_000;
    expect(await create()).toMatchObject({ status: 409, body: { deleted: true } });
    api().clock.now += 2_000;
    expect(await api().call('DELETE', `/notes/${id}?version=1`)).toMatchObject({ body: { version: 0 } });
    expect(await create()).toMatchObject({ status: 200, body: { version: 1, createdAt: api().clock.now } });
    expect(await api().call('GET', '/notes')).toMatchObject({ body: [{ noteId: id, version: 1 }] });
  });
}
