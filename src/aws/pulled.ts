import * as v from 'valibot';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Pulled, WireNote } from './notes-api.ts';
import { strange } from './notes-api-errors.ts';
import { NoteIdSchema, VersionSchema, WireNoteSchema } from './wire-note.ts';

/**
 * Tells the answer to `GET /notes?since=` of the two profiles apart: a bare array is the tutorial's.
 * An item that cannot be read is left out and told of through `report`; the others count. `bytes`: the answer's length.
 */
export function readPulled(
  body: unknown,
  bytes: number,
  report: (problem: string) => void,
): Result<Pulled, AwsFailure> {
  const list = v.safeParse(ListSchema, body);
  if (list.success)
    return succeeded({ kind: 'whole list', notes: readable(WireNoteSchema, list.output, report), bytes });
  if (v.is(ResetSchema, body)) return succeeded({ kind: 'reset' });
  const changes = v.safeParse(ChangesSchema, body);
  if (!changes.success) return failed(strange(v.summarize(changes.issues)));
  const { notes, deleted, cursor, more } = changes.output;
  return succeeded({
    kind: 'changes',
    notes: readable(WireNoteSchema, notes, report),
    deleted: readable(TombstoneSchema, deleted, report),
    cursor,
    more,
  });
}

function readable<T>(
  schema: v.GenericSchema<unknown, T>,
  items: readonly unknown[],
  report: (problem: string) => void,
): readonly T[] {
  return items.flatMap((item) => {
    const parsed = v.safeParse(schema, item);
    if (parsed.success) return [parsed.output];
    report(`The notes API sent an item that cannot be read: ${v.summarize(parsed.issues)}\n${JSON.stringify(item)}`);
    return [];
  });
}

const ListSchema = v.array(v.unknown());

const ResetSchema = v.object({ reset: v.literal(true) });

const ChangesSchema = v.object({
  notes: ListSchema,
  deleted: ListSchema,
  cursor: v.string(),
  more: v.boolean(),
});

const TombstoneSchema = v.pipe(
  v.object({ noteId: NoteIdSchema, version: VersionSchema }),
  v.transform(({ noteId, version }): { readonly id: WireNote['id']; readonly version: number } => ({
    id: noteId,
    version,
  })),
);
