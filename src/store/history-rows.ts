import * as v from 'valibot';
import type { Snapshot } from './snapshot.ts';
import { noteIdSchema } from './stored-schemas.ts';

const snapshotSchema: v.GenericSchema<unknown, Snapshot> = v.object({
  id: v.number(),
  noteId: noteIdSchema,
  at: v.pipe(v.number(), v.finite()),
  text: v.string(),
  reason: v.picklist(['writing', 'mine', 'theirs', 'replaced', 'restored', 'discarded', 'chosen', 'gone']),
});

/** The snapshots among the rows; what is none is left out. */
export function parseSnapshots(rows: readonly unknown[]): readonly Snapshot[] {
  return rows.flatMap((row) => {
    const parsed = v.safeParse(snapshotSchema, row);
    return parsed.success ? [parsed.output] : [];
  });
}
