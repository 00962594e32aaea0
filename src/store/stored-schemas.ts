import * as v from 'valibot';
import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteRecord, Problem } from './note-record.ts';

// What this device has stored is parsed when it is read: an older Satchel, a browser's bug or a curious person may have written it.

export const noteIdSchema = v.custom<NoteId>((id) => typeof id === 'string' && parseNoteId(id) !== undefined);

export const time = v.pipe(v.number(), v.finite());
const text = v.string();
const attachment = v.nullable(v.string());

export const problemSchema: v.GenericSchema<unknown, Problem | null> = v.nullable(
  v.object({
    failure: v.object({
      kind: v.string(),
      message: v.string(),
      values: v.exactOptional(v.record(v.string(), v.union([v.string(), v.number()]))),
      details: v.string(),
    }),
    attempts: v.number(),
    nextTryAt: v.nullable(time),
  }),
);

export const recordSchema: v.GenericSchema<unknown, NoteRecord> = v.object({
  id: noteIdSchema,
  text,
  attachment,
  createdAt: v.nullable(time),
  changedAt: time,
  base: v.nullable(
    v.object({
      text,
      attachment,
      version: v.number(),
      at: time,
      deleted: v.exactOptional(v.literal(true)),
      own: v.exactOptional(v.literal(true)),
    }),
  ),
  sending: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('save'), text, attachment, version: v.nullable(v.number()), since: time }),
      v.object({ kind: v.literal('delete'), version: v.number(), since: time }),
    ]),
  ),
  waiting: v.nullable(
    v.variant('kind', [
      v.object({ kind: v.literal('save'), since: time }),
      v.object({ kind: v.literal('delete'), since: time, notBefore: time }),
    ]),
  ),
  problem: problemSchema,
});

export const summarySchema: v.GenericSchema<unknown, NoteSummary> = v.object({
  id: noteIdSchema,
  title: v.string(),
  snippet: v.string(),
  tags: v.array(v.string()),
  pinned: v.boolean(),
  archived: v.boolean(),
  trashedAt: v.nullable(time),
  attachments: v.number(),
  picture: v.exactOptional(v.nullable(v.tupleWithRest([v.string()], v.string()))),
  links: v.exactOptional(v.array(v.string())),
  createdAt: time,
  changedAt: time,
  state: v.picklist(['saved', 'waiting', 'sending', 'not saved']),
});
