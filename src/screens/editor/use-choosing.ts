import type { RefObject } from 'react';
import { type ConflictChoice, conflictBlocks } from '#src/notes/conflict-block.ts';
import { mergeBodies } from '#src/notes/merge-bodies.ts';
import { rebased } from '#src/notes/rebase.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { PlainMessage } from '#src/words/words.ts';
import type { OpenNote } from './open-note.ts';
import type { TextSurface } from './text-surface.ts';

const doneWords: Readonly<Record<ConflictChoice, PlainMessage>> = {
  mine: 'Kept the first version',
  theirs: 'Kept the second version',
  both: 'Kept both versions',
};

/** Decides clashes in the open note. Undo brings them back beside whatever was typed meanwhile. */
export const useChoosing = (
  note: OpenNote,
  text: RefObject<TextSurface | null>,
  pane: RefObject<HTMLElement | null>,
): ((body: string, choice: ConflictChoice) => void) => {
  const { t } = useWords();
  const toasts = useToasts();
  return (chosen, choice) => {
    text.current?.handOver();
    const before = note.get();
    if (before.phase !== 'open') return;
    note.choose(chosen);
    // The last decision takes the banner away, and with it the button that the focus is on.
    if (conflictBlocks(chosen).length === 0) pane.current?.focus({ preventScroll: true });
    const undo = () => {
      text.current?.handOver();
      const present = note.get();
      if (present.phase !== 'open') return;
      const { body } = present;
      // A merge takes changes on lines side by side for a clash, which it need not.
      note.choose(rebased(chosen, body, before.body) ?? mergeBodies(chosen, body, before.body).text);
    };
    toasts.show({ message: t(doneWords[choice]), action: { label: t('Undo'), onAct: undo } });
  };
};
