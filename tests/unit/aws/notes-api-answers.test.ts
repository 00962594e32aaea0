import { describe, expect, it } from 'vitest';
import { backendThatAnswers, noteId } from './fake-notes-backend.ts';

const id = noteId('0193-a');
const item = { userId: 'us-east-1:a', noteId: id, content: 'text', attachment: '1-a.png', createdAt: 5 };
const asNote = { id, content: 'text', attachment: '1-a.png', createdAt: 5, updatedAt: null, version: 0 };
const versioned = { ...item, version: 3, updatedAt: 9 };
const asVersioned = { ...asNote, version: 3, updatedAt: 9 };

describe('pull', () => {
  it('takes a bare array for the whole list of the tutorial, and counts its bytes', async () => {
    const { api, sent } = backendThatAnswers(200, [item]);
    expect(await api.pull('0')).toEqual({
      ok: true,
      value: { kind: 'whole list', notes: [asNote], bytes: JSON.stringify([item]).length },
    });
    expect(sent).toEqual([{ method: 'GET', path: '/notes', query: { since: '0' } }]);
  });

  it('reads changes and tombstones of the versioned profile', async () => {
    const { api } = backendThatAnswers(200, {
      notes: [versioned],
      deleted: [{ noteId: 'gone', version: 2 }],
      cursor: 'c1',
      more: true,
    });
    expect(await api.pull('c0')).toEqual({
      ok: true,
      value: {
        kind: 'changes',
        notes: [asVersioned],
        deleted: [{ id: 'gone', version: 2 }],
        cursor: 'c1',
        more: true,
      },
    });
  });

  it('reads that the cursor is too old', async () => {
    const { api } = backendThatAnswers(200, { reset: true });
    expect(await api.pull('old')).toEqual({ ok: true, value: { kind: 'reset' } });
  });

  it('takes a content of null for an empty note, and absent fields for null', async () => {
    const { api } = backendThatAnswers(200, [{ noteId: id, content: null }]);
    expect(await api.pull('0')).toMatchObject({
      value: { notes: [{ content: '', attachment: null, createdAt: null, updatedAt: null, version: 0 }] },
    });
  });

  it('keeps the other items where one cannot be read, and tells of it', async () => {
    const { api, reports } = backendThatAnswers(200, [item, { noteId: 'b', content: 7 }, { content: 'no id' }, null]);
    expect(await api.pull('0')).toMatchObject({ ok: true, value: { notes: [asNote] } });
    expect(reports).toHaveLength(3);
    expect(reports[0]).toContain('"noteId":"b"');
  });

  it.each([
    ['an object of something else', { hello: 'world' }],
    ['changes without a cursor', { notes: [], deleted: [], more: false }],
    ['a string', JSON.stringify('text')],
  ])('refuses %s', async (_, body) => {
    const { api } = backendThatAnswers(200, typeof body === 'string' ? JSON.parse(body) : body);
    expect(await api.pull('0')).toMatchObject({ ok: false });
  });
});

describe('read', () => {
  it('reads one note', async () => {
    const { api, sent } = backendThatAnswers(200, versioned);
    expect(await api.read(id)).toEqual({ ok: true, value: asVersioned });
    expect(sent).toEqual([{ method: 'GET', path: '/notes/0193-a' }]);
  });

  it.each([
    ['the versioned profile', 404, { error: 'Item not found.' }],
    ["the tutorial's", 500, { error: 'Item not found.' }],
    ["the tutorial's of 2017", 500, { status: false, error: 'Item not found.' }],
  ])('knows a missing note on %s', async (_, status, body) => {
    const { api } = backendThatAnswers(status, body);
    expect(await api.read(id)).toEqual({ ok: true, value: null });
  });

  it.each([
    ['a route that the gateway does not have', 404, { message: 'Not Found' }],
    ['a route that the function does not have', 404, { error: 'There is nothing at this address.' }],
    ['a function that failed', 500, { error: 'The table does not exist.' }],
  ])('does not take %s for a missing note', async (_, status, body) => {
    const { api } = backendThatAnswers(status, body);
    expect(await api.read(id)).toMatchObject({ ok: false });
  });

  it('refuses another note than the one asked for', async () => {
    const { api } = backendThatAnswers(200, { ...item, noteId: 'other' });
    expect(await api.read(id)).toMatchObject({ ok: false, failure: { kind: 'invalid' } });
  });

  it('escapes an id that is no UUID', async () => {
    const { api, sent } = backendThatAnswers(200, { ...item, noteId: 'a b?' });
    expect(await api.read(noteId('a b?'))).toMatchObject({ ok: true });
    expect(sent[0]?.path).toBe('/notes/a%20b%3F');
  });
});

const note = { id, content: 'new', attachment: null };

describe('write on the versioned profile', () => {
  it('creates by POST with the own id', async () => {
    const { api, sent } = backendThatAnswers(200, { ...versioned, version: 1 });
    expect(await api.write({ ...note, version: null }, 'versioned')).toEqual({
      ok: true,
      value: { kind: 'written', version: 1, updatedAt: 9 },
    });
    expect(sent).toEqual([{ method: 'POST', path: '/notes', body: { noteId: id, content: 'new', attachment: null } }]);
  });

  it('notices a backend that gave the note an id of its own', async () => {
    const { api } = backendThatAnswers(200, { ...item, noteId: 'made-by-the-server' });
    expect(await api.write({ ...note, version: null }, 'versioned')).toMatchObject({ failure: { kind: 'invalid' } });
  });

  it('updates by PUT with the version it replaces', async () => {
    const { api, sent } = backendThatAnswers(200, { status: true, version: 4, updatedAt: 10 });
    expect(await api.write({ ...note, version: 3 }, 'versioned')).toEqual({
      ok: true,
      value: { kind: 'written', version: 4, updatedAt: 10 },
    });
    expect(sent).toEqual([
      { method: 'PUT', path: '/notes/0193-a', body: { content: 'new', attachment: null, version: 3 } },
    ]);
  });

  it.each([null, 3])('gives the note as it is now where it changed elsewhere (version %s)', async (version) => {
    const { api } = backendThatAnswers(409, { error: 'The note has been changed elsewhere.', note: versioned });
    expect(await api.write({ ...note, version }, 'versioned')).toEqual({
      ok: true,
      value: { kind: 'changed elsewhere', note: asVersioned },
    });
  });

  it('gives the version of the tombstone where it was deleted elsewhere', async () => {
    const { api } = backendThatAnswers(409, { error: 'The note has been deleted.', deleted: true, version: 5 });
    expect(await api.write({ ...note, version: 3 }, 'versioned')).toEqual({
      ok: true,
      value: { kind: 'deleted elsewhere', version: 5 },
    });
  });

  it('refuses a conflict that does not say with what', async () => {
    const { api } = backendThatAnswers(409, { error: 'Conflict' });
    expect(await api.write({ ...note, version: 3 }, 'versioned')).toMatchObject({ failure: { kind: 'invalid' } });
  });

  it('refuses an acceptance without a version', async () => {
    const { api } = backendThatAnswers(200, { status: true });
    expect(await api.write({ ...note, version: 3 }, 'versioned')).toMatchObject({ failure: { kind: 'invalid' } });
  });
});

describe("write on the tutorial's profile", () => {
  it.each([null, 0])('is a PUT, for new notes too (version %s)', async (version) => {
    const { api, sent } = backendThatAnswers(200, { status: true });
    expect(await api.write({ ...note, version }, 'tutorial')).toEqual({
      ok: true,
      value: { kind: 'written', version: 0, updatedAt: null },
    });
    expect(sent).toEqual([{ method: 'PUT', path: '/notes/0193-a', body: { content: 'new', attachment: null } }]);
  });
});

describe('remove', () => {
  it('deletes a version', async () => {
    const { api, sent } = backendThatAnswers(200, { status: true, version: 4 });
    expect(await api.remove(id, 3, 'versioned')).toEqual({
      ok: true,
      value: { kind: 'written', version: 4, updatedAt: null },
    });
    expect(sent).toEqual([{ method: 'DELETE', path: '/notes/0193-a', query: { version: '3' } }]);
  });

  it('gives the note as it is now where it changed elsewhere', async () => {
    const { api } = backendThatAnswers(409, { error: 'changed', note: versioned });
    expect(await api.remove(id, 2, 'versioned')).toMatchObject({
      value: { kind: 'changed elsewhere', note: asVersioned },
    });
  });

  it("deletes without a version on the tutorial's", async () => {
    const { api, sent } = backendThatAnswers(200, { status: true });
    expect(await api.remove(id, 0, 'tutorial')).toMatchObject({ ok: true, value: { kind: 'written', version: 0 } });
    expect(sent).toEqual([{ method: 'DELETE', path: '/notes/0193-a' }]);
  });

  it.each(['versioned', 'tutorial'] as const)('counts a note that is gone as deleted (%s)', async (profile) => {
    const { api } = backendThatAnswers(profile === 'versioned' ? 404 : 500, { error: 'Item not found.' });
    expect(await api.remove(id, 3, profile)).toMatchObject({ ok: true, value: { kind: 'written' } });
  });
});
