import { type Failure, failed, type Result, succeeded } from '#src/notes/result.ts';
import type { PickedFile } from '#src/services.ts';
import { pickedFile } from './picked-file.ts';

/** More than anybody means to put into one note: a folder of a program's, or a whole disk. */
const mostAtOnce = 1_000;

/** All files among these entries and in their folders, by name. */
export async function filesInFolders(entries: readonly FileSystemEntry[]): Promise<Result<readonly PickedFile[]>> {
  const files: PickedFile[] = [];
  const waiting = [...entries];
  try {
    for (let entry = waiting.shift(); entry !== undefined; entry = waiting.shift()) {
      if (isFile(entry)) files.push({ file: await fileOf(entry), name: entry.fullPath.replace(/^\//, '') });
      else if (isFolder(entry)) waiting.unshift(...(await contentOf(entry)));
      if (files.length > mostAtOnce) return failed(tooMany);
    }
  } catch (error) {
    return failed({ ...unreadable, details: String(error) });
  }
  return files.length === 0 ? failed(empty) : succeeded(files);
}

/** The files of a folder that was chosen. */
export function chosenFolder(files: readonly File[]): Result<readonly PickedFile[]> {
  const shown = files.map(pickedFile).filter(({ name }) => !name.split('/').some((part) => hidden.test(part)));
  if (shown.length > mostAtOnce) return failed(tooMany);
  return shown.length === 0 ? failed(empty) : succeeded(shown);
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

const fileOf = (entry: FileSystemFileEntry): Promise<File> => new Promise((done, fail) => entry.file(done, fail));

async function contentOf(folder: FileSystemDirectoryEntry): Promise<readonly FileSystemEntry[]> {
  const reader = folder.createReader();
  const found: FileSystemEntry[] = [];
  // A hundred at a time, in Chromium; none where all have been told.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((done, fail) => reader.readEntries(done, fail));
    if (some.length === 0) break;
    found.push(...some);
    if (found.length > mostAtOnce) break;
  }
  return found.filter(({ name }) => !hidden.test(name)).sort((a, b) => a.name.localeCompare(b.name));
}

/** What systems put into folders for themselves. */
const hidden = /^(?:\.|Thumbs\.db$|desktop\.ini$)/;

const tooMany: Failure<'too many'> = {
  kind: 'too many',
  message: 'These are more than 1,000 files, so none was attached. Attach fewer at once.',
  details: '',
};

const empty: Failure<'empty'> = { kind: 'empty', message: 'There is no file in this folder.', details: '' };

const unreadable: Failure<'unreadable'> = {
  kind: 'unreadable',
  message: 'This folder could not be read, so nothing of it was attached.',
  details: '',
};
