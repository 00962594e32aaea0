import type { SyncStatus, WaitingChange } from '#src/services.ts';
import type { TimeFormat } from '#src/ui/time-format.ts';
import type { Message, PlainMessage, Words } from '#src/words/words.ts';

export const kindWords: Readonly<Record<WaitingChange['kind'], PlainMessage>> = {
  'new note': 'New note',
  edit: 'Edit',
  deletion: 'Deletion',
};

/** The names of the buttons that discard it. */
export const discardWords = {
  'new note': 'Discard new note “{title}”',
  edit: 'Discard edit “{title}”',
  deletion: 'Discard deletion “{title}”',
} as const satisfies Readonly<Record<WaitingChange['kind'], Message>>;

/** How often it was tried in vain; null where it was not. */
export const attemptWords = ({ attempts }: WaitingChange, { counted }: Words): string | null =>
  attempts === 0 ? null : counted(attempts, 'failed once', 'failed {count} times');

/** When the change is sent, or what it waits for. */
export const nextWords = (
  { state, failure, nextTryAt }: WaitingChange,
  phase: SyncStatus['phase'],
  time: TimeFormat,
  now: number,
  { t }: Words,
): string => {
  if (state === 'parked') return t('Waits for you: change the note, try again now, or discard this.');
  if (phase === 'signed out') return t('Is sent once you have signed in again.');
  if (state === 'sending') return t('Is being sent…');
  if (phase === 'offline') return t('Is sent as soon as AWS can be reached.');
  if (failure === null) return t('Is sent in a moment.');
  return nextTryAt === null || nextTryAt <= now
    ? t('Next try in a moment')
    : t('Next try {when}', { when: time.ahead(nextTryAt, now) });
};

/** What discarding the change loses, for the question before it. */
export const lossWords = (
  { kind, title }: WaitingChange,
  { t }: Words,
): { readonly question: string; readonly loss: string } => {
  switch (kind) {
    case 'new note':
      return {
        question: t('Discard the new note “{title}”?', { title }),
        loss: t('AWS has never had it. The whole note leaves this device, and no other device has it.'),
      };
    case 'edit':
      return {
        question: t('Discard what was changed in “{title}”?', { title }),
        loss: t(
          'The note goes back to the text that AWS has. What was written here since stays in its history on this device.',
        ),
      };
    case 'deletion':
      return {
        question: t('Keep “{title}” after all?', { title }),
        loss: t('The deletion is called off, and the note is back in your list.'),
      };
  }
};
