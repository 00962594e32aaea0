import type { Failure } from '#src/notes/result.ts';
import type { NoteRecord } from '#src/services.ts';
import type { OpenNoteState } from './open-note.ts';

/** Where a note's last change stands, in the words of the status line. */
export interface SaveState {
  readonly kind: 'none' | 'writing' | 'device' | 'sending' | 'saved' | 'failed';
  /** When AWS confirmed it, for 'saved'; ms. */
  readonly at: number | null;
  /** Why it is not further, where there is a reason. */
  readonly reason: Pick<Failure<string>, 'message' | 'values'> | null;
  readonly details: string | null;
}

const state = (kind: SaveState['kind'], more: Partial<SaveState> = {}): SaveState => ({
  kind,
  at: null,
  reason: null,
  details: null,
  ...more,
});

/** 'failed' means that nothing is tried again by itself: the device would not take it, or AWS will not. */
export const saveStateOf = (note: OpenNoteState): SaveState => {
  if (note.phase !== 'open') return state('none');
  if (note.written === 'writing') return state('writing');
  if (note.written !== 'yes') {
    return state('failed', { reason: note.written, details: note.written.details });
  }
  return note.record === undefined ? state('none') : sentStateOf(note.record);
};

const sentStateOf = ({ sending, waiting, problem, base }: NoteRecord): SaveState => {
  if (sending === null && waiting === null) return state('saved', { at: base?.at ?? null });
  if (problem === null) return state(sending === null ? 'device' : 'sending');
  const why = { reason: problem.failure, details: problem.failure.details };
  return state(problem.nextTryAt === null ? 'failed' : 'device', why);
};
