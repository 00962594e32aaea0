import type { NewUpload, StoredUpload } from '#src/store/file-store.ts';
import { noteId } from '../notes/a-note-id.ts';
import { home } from './a-record.ts';

/** The key of an object of ours, and the text of a note that names it. */
export const keyOf = (name: string): string => `${home.identityId}/${name}`;
export const textWith = (name: string): string => `See ![${name}](attachment:~/${name})`;

/** A row in which only what a test is about is told. `name`: the file's, and the end of its key. */
export function anUpload({ name = '1-x.png', ...told }: Partial<StoredUpload> = {}): StoredUpload {
  return {
    key: keyOf(name),
    noteId: noteId('a'),
    name,
    type: 'image/png',
    size: 3,
    addedAt: 0,
    source: { kind: 'kept' },
    wish: 'send',
    multipart: null,
    sentAgain: 0,
    problem: null,
    ...told,
  };
}

/** A file of these letters that comes with its note. */
export function aNewUpload(letters = 'abc', told: Partial<StoredUpload> = {}): NewUpload {
  return { row: anUpload({ size: letters.length, ...told }), bytes: new Blob([letters], { type: 'image/png' }) };
}

export const streamed = { kind: 'streamed', lastModified: 7 } as const;
