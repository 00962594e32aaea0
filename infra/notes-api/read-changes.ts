import type { Answer } from './answer.ts';
import { done, noteAsJson, refused } from './answer.ts';
import type { ChangeCursor } from './change-cursor.ts';
import { formatCursor, isOutOfReach, parseCursor, SETTLING, settledAt, timeOf } from './change-cursor.ts';
import { CLOCK_DIFFERENCE, PAGE_BYTES } from './limits.ts';
import type { NotesPage, NotesTable } from './notes-table.ts';
import type { StoredNote } from './stored-note.ts';
import { changeKey, present } from './stored-note.ts';

/** `GET /notes?since=CURSOR`: one page of what has changed since, or of all notes where `since` is "0". `now`: ms. */
export async function readChanges(table: NotesTable, userId: string, since: string, now: number): Promise<Answer> {
  const cursor = parseCursor(since, now);
  if (cursor === undefined) return refused(400, 'since must be "0" or a cursor of an earlier answer.');
  if (isOutOfReach(cursor, now)) return done({ reset: true });
  if (cursor.kind === 'table') {
    const page = await table.list(userId, cursor.after);
    return answer(page, cursor.settled, now, ({ noteId }) => ({ ...cursor, after: noteId }));
  }
  const first = cursor.kind === 'settled';
  const page = await table.changes(userId, first ? changeKey(cursor.settled) : cursor.after);
  const settled = first ? Math.max(cursor.settled, settledAt(now)) : cursor.settled;
  return answer(page, settled, now, (last) => indexPosition(settled, last));
}

/** undefined: the reading ends here. What is stamped later than its beginning is the next one's, so that it ends while others write. */
function indexPosition(settled: number, { updatedAt, noteId }: StoredNote): ChangeCursor | undefined {
  const after = changeKey(updatedAt ?? 0, noteId);
  return timeOf(after) > settled + SETTLING + CLOCK_DIFFERENCE ? undefined : { kind: 'index', settled, after };
}

function answer(
  page: NotesPage,
  settled: number,
  now: number,
  positionAfter: (last: StoredNote) => ChangeCursor | undefined,
): Answer {
  const { read, notes, deleted } = fill(page.notes, now);
  const last = page.notes[read - 1];
  const unread = page.more || read < page.notes.length;
  const position = last !== undefined && unread ? positionAfter(last) : undefined;
  const cursor = formatCursor(position ?? { kind: 'settled', settled });
  return done({ notes, deleted, cursor, more: position !== undefined });
}

/** As many as an answer holds, but always one, so that every page gets further. `read`: how many of the page that are. */
function fill(page: readonly StoredNote[], now: number) {
  const notes: unknown[] = [];
  const deleted: unknown[] = [];
  let read = 0;
  let bytes = 0;
  for (const stored of page) {
    const note = present(stored, now);
    const json = note?.kind === 'live' ? noteAsJson(note) : note && { noteId: note.noteId, version: note.version };
    bytes += json === undefined ? 0 : Buffer.byteLength(JSON.stringify(json));
    if (read > 0 && bytes > PAGE_BYTES) break;
    if (json !== undefined) (note?.kind === 'live' ? notes : deleted).push(json);
    read += 1;
  }
  return { read, notes, deleted };
}
