import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { noteAttachments } from '#src/notes/note-attachments.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import type { NoteList } from './notebook.ts';
import type { Observable } from './observable-value.ts';

/** Where one file may be, the likeliest key first. */
export type Places = readonly [string, ...string[]];

/** The files that pinned notes name: they are to be on this device always. null: not all notes have been looked at yet. */
export interface PinnedFiles {
  /** Of each file where it may be. */
  files(): Promise<readonly Places[] | null>;
  /** All keys that one of them may have. */
  keys(): Promise<ReadonlySet<string> | null>;
}

/** What a note names is read again only when its summary has become another one. A note in the trash is not pinned, whatever it says. */
export function createPinnedFiles(deps: {
  readonly list: Observable<NoteList>;
  readonly store: Pick<NoteStore, 'read'>;
  readonly home: AttachmentHome;
}): PinnedFiles {
  const { list, store, home } = deps;
  let known: ReadonlyMap<NoteId, { readonly summary: NoteSummary; readonly files: readonly Places[] }> = new Map();

  async function filesOf(summary: NoteSummary): Promise<readonly Places[]> {
    const before = known.get(summary.id);
    if (before?.summary === summary) return before.files;
    const record = await store.read(summary.id);
    if (record === undefined) return [];
    return noteAttachments(record.text, record.attachment, home)
      .map(({ keys }) => keys)
      .filter(isSomewhere);
  }

  async function files(): Promise<readonly Places[] | null> {
    const { notes, complete } = list.get();
    if (!complete) return null;
    const pinned = notes.filter(
      ({ pinned: isPinned, trashedAt, attachments }) => isPinned && trashedAt === null && attachments > 0,
    );
    const read = await Promise.all(pinned.map(async (summary) => ({ summary, files: await filesOf(summary) })));
    known = new Map(read.map((one) => [one.summary.id, one]));
    return read.flatMap((one) => one.files);
  }

  return {
    files,
    async keys() {
      const all = await files();
      return all && new Set(all.flat());
    },
  };
}

const isSomewhere = (keys: readonly string[]): keys is Places => keys.length > 0;
