import * as v from 'valibot';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteRecord } from './note-record.ts';
import { noteIdSchema, recordSchema, summarySchema } from './stored-schemas.ts';

const recordRowSchema = v.object({ record: recordSchema });
const textRowSchema = v.object({ record: v.object({ id: noteIdSchema, text: v.string() }) });
const summaryRowSchema = v.object({ summary: summarySchema });
const summaryPlaceSchema = v.object({ id: noteIdSchema, order: v.number() });

/** undefined: not a record, whatever it is. */
export function parseRecordRow(row: unknown): NoteRecord | undefined {
  const parsed = v.safeParse(recordRowSchema, row);
  return parsed.success ? parsed.output.record : undefined;
}

/** Of a record its text alone, for reading very many. */
export function parseTextRow(row: unknown): { readonly id: NoteId; readonly text: string } | undefined {
  const parsed = v.safeParse(textRowSchema, row);
  return parsed.success ? parsed.output.record : undefined;
}

export function parseSummaryRow(row: unknown): NoteSummary | undefined {
  const parsed = v.safeParse(summaryRowSchema, row);
  return parsed.success ? parsed.output.summary : undefined;
}

/** Where the row stands in the index, also where its summary cannot be read. */
export function summaryPlace(row: unknown): { readonly id: NoteId; readonly order: number } | undefined {
  const parsed = v.safeParse(summaryPlaceSchema, row);
  return parsed.success ? parsed.output : undefined;
}

export function summaryRow(summary: NoteSummary): object {
  return { id: summary.id, order: -summary.changedAt, summary };
}
