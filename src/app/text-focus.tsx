import { type RefObject, useEffect } from 'react';
import type { TextSurface } from '#src/screens/editor/text-surface.ts';
import { isFocusLost } from '#src/ui/lost-focus.ts';

interface TextFocusProps {
  /** null: the text is not there. */
  readonly surface: TextSurface | null;
  /** Told of it. */
  readonly current: RefObject<TextSurface | null>;
  /** Whether the text is to have the focus once it is there. */
  readonly wanted: RefObject<boolean>;
  readonly reading: boolean;
}

/** Keeps the focus in the note where text box and read view take each other's place, and where a key led on from another note's text. */
export const TextFocus = ({ surface, current, wanted, reading }: TextFocusProps): null => {
  useEffect(() => {
    current.current = surface;
    if (surface === null || !wanted.current) return;
    wanted.current = false;
    surface.focus();
  }, [surface, current, wanted]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the other of the two is what calls for it
  useEffect(() => {
    if (isFocusLost()) document.querySelector<HTMLElement>('#main article')?.focus({ preventScroll: true });
  }, [reading]);
  return null;
};
