import * as v from 'valibot';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { ApiAnswer } from './amplify-api.ts';
import type { AwsFailure } from './aws-failure.ts';
import type { Written } from './notes-api.ts';
import { strange } from './notes-api-errors.ts';
import { VersionSchema, WireNoteSchema } from './wire-note.ts';

/** What the versioned profile says to a write that it took. */
export const AcceptedSchema = v.object({
  status: v.literal(true),
  version: VersionSchema,
  updatedAt: v.nullish(v.number(), null),
});

/** What the tutorial's says to any write. */
export const DoneSchema = v.object({ status: v.literal(true) });

/** The note as the server has it instead of what we sent, out of the body of a 409. */
export function conflict(body: unknown, answer: ApiAnswer): Result<Written, AwsFailure> {
  const parsed = v.safeParse(ConflictSchema, body);
  if (!parsed.success) return failed(strange(`HTTP ${answer.status} ${answer.text.slice(0, 1000)}`));
  return succeeded(
    'note' in parsed.output
      ? { kind: 'changed elsewhere', note: parsed.output.note }
      : { kind: 'deleted elsewhere', version: parsed.output.version },
  );
}

const ConflictSchema = v.union([
  v.object({ note: WireNoteSchema }),
  v.object({ deleted: v.literal(true), version: VersionSchema }),
]);
