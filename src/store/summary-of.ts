import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { summarise } from '#src/notes/summary.ts';
import { isClean, isLeaving, type NoteRecord } from './note-record.ts';

/** What lists show of the record; null for a note on its way out. */
export function summaryOf(record: NoteRecord, home: AttachmentHome): NoteSummary | null {
  return isLeaving(record) ? null : summarise({ ...record, state: stateOf(record) }, home);
}

function stateOf(record: NoteRecord): NoteSummary['state'] {
  if (isClean(record)) return 'saved';
  if (record.problem !== null) return record.problem.nextTryAt === null ? 'not saved' : 'waiting';
  return record.sending === null ? 'waiting' : 'sending';
}
