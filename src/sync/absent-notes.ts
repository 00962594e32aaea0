import type { NotesApi, WireNote } from '#src/aws/notes-api.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import { inParallel } from './in-parallel.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/** What asking by id found of notes that a list did not show. */
export interface Absent {
  readonly found: readonly WireNote[];
  readonly gone: readonly NoteId[];
}

const atOnce = 4;
const alwaysMayGo = 10;
const shareThatMayGo = 1 / 5;

/**
 * Asks for each note by its id, since absence from a list is not deletion. Where more than 10 notes and more than a fifth of
 * `total` would go at once, it stops with a failure: a wrong stage or table looks exactly like that.
 */
export async function askForAbsent(
  absent: readonly NoteId[],
  total: number,
  deps: { readonly api: NotesApi; readonly sendAs: SendAs },
): Promise<Result<Absent, RoundFailure>> {
  const mayGo = Math.max(alwaysMayGo, Math.floor(total * shareThatMayGo));
  const found: WireNote[] = [];
  const gone: NoteId[] = [];
  const failure = await inParallel(atOnce, absent, async (id): Promise<RoundFailure | null> => {
    const answer = await deps.sendAs(() => deps.api.read(id));
    if (!answer.ok) return answer.failure;
    if (answer.value === null) gone.push(id);
    else found.push(answer.value);
    return gone.length > mayGo ? tooManyGone(total, mayGo) : null;
  });
  return failure === null ? succeeded({ found, gone }) : failed(failure);
}

const tooManyGone = (total: number, mayGo: number): RoundFailure => ({
  kind: 'notes missing',
  message:
    'More than {missing} of your {total} notes are missing on AWS, so syncing has stopped and this device keeps them all. Check that the app is connected to the right API, stage and table.',
  values: { missing: mayGo, total },
  details: 'GET /notes did not list them, and GET /notes/{id} found no such notes.',
});
