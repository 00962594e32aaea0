import type { Snapshot } from '#src/services.ts';
import type { PlainMessage } from '#src/words/words.ts';

/** Why a text was kept, as a person would say it. */
export const reasonWords: Readonly<Record<Snapshot['reason'], PlainMessage>> = {
  writing: 'Before a stretch of writing',
  mine: 'Your version before a merge',
  theirs: 'The other device’s version before a merge',
  replaced: 'Before another device’s text took its place',
  restored: 'Before an older version was restored',
  discarded: 'Before unsent changes were discarded',
  chosen: 'Before you chose between two versions',
  gone: 'Before the note was removed elsewhere',
};
