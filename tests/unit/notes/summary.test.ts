import { describe, expect, it } from 'vitest';
import { summarise } from '#src/notes/summary.ts';
import { noteId } from './a-note-id.ts';

const home = { identityId: 'us-east-1:me', bucket: 'b', prefix: 'us-east-1:me/' };
const note = { id: noteId('n'), text: '', attachment: null, createdAt: 5, changedAt: 7, state: 'saved' } as const;

describe('a summary', () => {
  it('tells what lists show', () => {
    const text =
      '---\npinned: true\narchived: true\ntrashed: 1970-01-01T00:00:09Z\n---\n# Title\nMore #tag\n\n[[Other  Note]]';
    expect(summarise({ ...note, text, state: 'waiting' }, home)).toEqual({
      id: 'n',
      title: 'Title',
      snippet: 'More #tag [[Other Note]]',
      tags: ['tag'],
      pinned: true,
      archived: true,
      trashedAt: 9_000,
      attachments: 0,
      picture: null,
      links: ['other note'],
      createdAt: 5,
      changedAt: 9_000,
      state: 'waiting',
    });
  });

  it('has the time of the last change; in the trash, of the move there', () => {
    expect(summarise({ ...note, text: 'Title' }, home).changedAt).toBe(7);
    expect(summarise({ ...note, text: '---\ntrashed: 1970-01-01T00:00:09Z\n---\nTitle' }, home).changedAt).toBe(9_000);
  });

  it('counts each attachment once, and one that only the wire tells of', () => {
    const text = '![a](attachment:~/1-a)\n[a again](attachment:~/1-a)\n[b](attachment:private/~/2-b)';
    expect(summarise({ ...note, text }, home).attachments).toBe(2);
    expect(summarise({ ...note, text, attachment: '2-b' }, home).attachments).toBe(2);
    expect(summarise({ ...note, text, attachment: '3-c' }, home).attachments).toBe(3);
  });

  it('knows where the first three pictures may be', () => {
    const picture = (text: string, attachment: string | null = null) =>
      summarise({ ...note, text, attachment }, home).picture;
    expect(
      picture('[plan.pdf](attachment:~/1-plan.pdf)\n[b.JPG](attachment:~/2-b.JPG) ![c](attachment:~/3-c)'),
    ).toEqual(['us-east-1:me/2-b.JPG', 'us-east-1:me/3-c']);
    expect(picture([4, 5, 6, 7].map((at) => `![${at}](attachment:~/${at})`).join(' '))).toEqual([
      'us-east-1:me/4',
      'us-east-1:me/5',
      'us-east-1:me/6',
    ]);
    expect(picture('![photo](attachment:~/3-c)')).toEqual(['us-east-1:me/3-c']);
    expect(picture('no file', '15-photo.png')).toEqual([
      'us-east-1:me/15-photo.png',
      'private/us-east-1:me/15-photo.png',
    ]);
    expect(picture('[plan.pdf](attachment:~/1-plan.pdf)')).toBeNull();
    expect(picture('![elsewhere](https://example.com/a.png)')).toBeNull();
  });

  it("shows the id's time, or else the last change's, where AWS tells none", () => {
    const id = noteId('00000000-03e8-7000-8000-000000000000');
    expect(summarise({ ...note, id, createdAt: null }, home).createdAt).toBe(1_000);
    expect(summarise({ ...note, createdAt: null }, home).createdAt).toBe(7);
  });
});
