import type { SyncStatus, WaitingChange } from '#src/services.ts';
import type { TimeFormat } from '#src/ui/time-format.ts';

export const kindWords: Readonly<Record<WaitingChange['kind'], string>> = {
  'new note': 'New note',
  edit: 'Edit',
  deletion: 'Deletion',
};

/** How often it was tried in vain; null where it was not. */
export const attemptWords = ({ attempts }: WaitingChange): string | null => {
  if (attempts === 0) return null;
  return attempts === 1 ? 'failed once' : `failed ${attempts.toLocaleString()} times`;
};

/** When the change is sent, or what it waits for. */
export const nextWords = (
  { state, failure, nextTryAt }: WaitingChange,
  phase: SyncStatus['phase'],
  time: TimeFormat,
  now: number,
): string => {
  if (state === 'parked') return 'Waits for you: change the note, try again now, or discard this.';
  if (phase === 'signed out') return 'Is sent once you have signed in again.';
  if (state === 'sending') return 'Is being sent…';
  if (phase === 'offline') return 'Is sent as soon as AWS can be reached.';
  if (failure === null) return 'Is sent in a moment.';
  return nextTryAt === null || nextTryAt <= now ? 'Next try in a moment' : `Next try ${time.ahead(nextTryAt, now)}`;
};

/** What discarding the change loses, for the question before it. */
export const lossWords = ({ kind, title }: WaitingChange): { readonly question: string; readonly loss: string } => {
  switch (kind) {
    case 'new note':
      return {
        question: `Discard the new note “${title}”?`,
        loss: 'AWS has never had it. The whole note leaves this device, and no other device has it.',
      };
    case 'edit':
      return {
        question: `Discard what was changed in “${title}”?`,
        loss: 'The note goes back to the text that AWS has. What was written here since stays in its history on this device.',
      };
    case 'deletion':
      return {
        question: `Keep “${title}” after all?`,
        loss: 'The deletion is called off, and the note is back in your list.',
      };
  }
};
