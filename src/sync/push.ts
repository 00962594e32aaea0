import type { AwsFailure } from '#src/aws/aws-failure.ts';
import type { NotesApi, Profile } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { NoteStore } from '#src/store/note-store.ts';
import { backoff } from './backoff.ts';
import { isWithin, type Reach } from './due.ts';
import { inParallel } from './in-parallel.ts';
import { attempts, parked, retryLater, startSending } from './note-transitions.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';
import { createSendNote } from './send-note.ts';
import { tooLongToSend } from './text-limit.ts';

/**
 * Sends the waiting changes within `reach`, one of each note; edits made meanwhile are for the next round. A failure is one
 * that concerns every note, and ends the round.
 */
export type Push = (profile: Profile, reach: Reach) => Promise<Result<void, RoundFailure>>;

const atOnce = 4;
/** Of one note in a round, each answered with another version to be merged. */
const mostSends = 5;
const mostTriesOnTutorial = 8;
/** So many notes in a row to which AWS has had a problem of its own: it has it with every note. */
const mostUnavailable = 8;

export function createPush(deps: {
  readonly store: NoteStore;
  readonly api: NotesApi;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
  readonly random: () => number;
}): Push {
  const { store, api, sendAs, home, now, random } = deps;
  const sendNote = createSendNote(deps);
  let unavailable = 0;

  /** Sends the note's next change until AWS has taken it. The failure where it ends the round, or null. */
  async function send(id: NoteId, profile: Profile): Promise<RoundFailure | null> {
    for (let sends = 0; sends < mostSends; sends += 1) {
      const begun = await store.change([id], (record) => record && begin(record, profile), 'sync');
      if (!begun.ok) return begun.failure;
      const record = begun.value[0];
      if (record === undefined || record.sending === null) return null;

      const outcome = await sendNote(record, record.sending, profile);
      if (!outcome.ok) return noteFailure(id, outcome.failure, profile);
      unavailable = 0;
      const { becomes, letGo, settled } = outcome.value;
      const ended = await store.change([id], becomes, 'sync');
      if (!ended.ok) return ended.failure;
      // Sooner than the store itself has promised.
      const discarded = letGo.length === 0 ? succeeded(undefined) : await store.discard(letGo, now());
      if (!discarded.ok) return discarded.failure;
      if (settled) return null;
    }
    return noteFailure(id, keepsChanging, profile);
  }

  async function noteFailure(id: NoteId, failure: AwsFailure, profile: Profile): Promise<RoundFailure | null> {
    if (failure.kind === 'cancelled') return failure;
    unavailable = failure.kind === 'unavailable' ? unavailable + 1 : 0;
    const endsRound =
      concernsEveryNote(failure) ||
      unavailable >= mostUnavailable ||
      (failure.kind === 'invalid' && !(await isUnderstood(id)));
    const becomes = (record: NoteRecord) =>
      !endsRound && isRefusal(failure)
        ? parked(record, reasonOf(failure))
        : retryLater(record, reasonOf(failure), nextTry(record, failure, profile));
    const noted = await store.change([id], (record) => record && becomes(record), 'sync');
    if (!noted.ok) return noted.failure;
    return endsRound ? failure : null;
  }

  /** Whether AWS answers as it should when asked for the note: where not, a hotel's sign-in page may be in the way. */
  const isUnderstood = async (id: NoteId) => (await sendAs(() => api.read(id))).ok;

  function nextTry(record: NoteRecord, failure: AwsFailure, profile: Profile): number | null {
    const tries = attempts(record, failure);
    const enough = profile === 'tutorial' && failure.kind === 'unavailable' && tries >= mostTriesOnTutorial;
    return enough ? null : now() + backoff(tries, random(), failure.retryAfter);
  }

  function begin(record: NoteRecord, profile: Profile): NoteRecord {
    const begun = startSending(record, now(), home);
    const refusal = profile === 'tutorial' && begun.sending?.kind === 'save' ? tooLongToSend(begun.sending.text) : null;
    return refusal === null ? begun : parked(begun, refusal);
  }

  return async (profile, reach) => {
    unavailable = 0;
    const outbox = await store.outbox();
    const ready = outbox.filter((record) => isWithin(reach, record, now()));
    const failure = await inParallel(atOnce, ready, ({ id }) => send(id, profile));
    return failure === null ? succeeded(undefined) : failed(failure);
  };
}

const keepsChanging: AwsFailure = {
  kind: 'unavailable',
  message:
    'Another device changes this note faster than it can be sent. It is safe on this device and is tried again soon.',
  details: `${mostSends} answers in a row showed another version.`,
};

/** Answers that say something of the person, the way to AWS or the backend, and so of every other note as well. */
const concernsEveryNote = ({ kind }: AwsFailure): boolean =>
  kind === 'offline' || kind === 'throttled' || kind === 'expired' || kind === 'signed-out' || kind === 'denied';

/** The note itself is what AWS does not take. */
const isRefusal = ({ kind }: AwsFailure) => kind === 'invalid' || kind === 'too-large';

const reasonOf = ({ kind, message, details }: AwsFailure) => ({ kind, message, details });
