import { type FileName, noteFileName, numbered } from './export-file-name.ts';
import { isArchived, trashedAt } from './note-document.ts';
import { titleOf } from './title.ts';

/** Where the files of one export go; every call gives a path that no other one has. */
export interface ExportPaths {
  note(text: string): string;
  attachment(wanted: FileName): string;
}

/** Paths inside an export: notes at the top, archived and trashed ones in folders of their own, all attachments in one. */
export function createExportPaths(): ExportPaths {
  const notes = new Map<string, (wanted: FileName) => string>();
  const attachments = createNames();
  return {
    note(text) {
      const folder = folderOf(text);
      const names = notes.get(folder) ?? createNames();
      notes.set(folder, names);
      return folder + names(noteFileName(titleOf(text)));
    },
    attachment: (wanted) => `attachments/${attachments(wanted)}`,
  };
}

/** What is in the trash is nowhere else, as in the lists. */
function folderOf(text: string): string {
  if (trashedAt(text) !== null) return 'Trash/';
  return isArchived(text) ? 'Archive/' : '';
}

/** Gives every file of one folder a name of its own, on disks that do not tell small letters from capitals as well. */
export function createNames(): (wanted: FileName) => string {
  const taken = new Set<string>();
  const next = new Map<string, number>();
  return (wanted) => {
    let name = wanted.stem + wanted.extension;
    const first = folded(name);
    for (let number = next.get(first) ?? 2; taken.has(folded(name)); number += 1) {
      name = numbered(wanted, number);
      next.set(first, number + 1);
    }
    taken.add(folded(name));
    return name;
  };
}

/** The same for names that any disk takes for one. To small letters first, since only those of some capitals have another capital. */
function folded(name: string): string {
  return name.normalize('NFC').toLowerCase().toUpperCase().normalize('NFC');
}
