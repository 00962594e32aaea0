import { type RefObject, useEffect, useEffectEvent } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteOrder } from '#src/notes/order.ts';
import { Button } from '#src/ui/button.tsx';
import { isFocusLost } from '#src/ui/lost-focus.ts';
import { useWords } from '#src/words/use-words.ts';
import { OrderChoice } from './order-choice.tsx';
import { listenForPress } from './row-press.ts';
import { listenForSelecting, type SelectionBegin } from './row-selecting.ts';

/** Has the focus when selecting ends. */
export const selectButtonId = 'select-notes';

interface ListToolsProps {
  /** Null where the list has an order of its own. */
  readonly order: NoteOrder | null;
  readonly onOrder: (order: NoteOrder) => void;
  readonly selecting: boolean;
  readonly onSelecting: (selecting: boolean, begin?: SelectionBegin) => void;
  /** What holds the list, whose rows begin a selection too. */
  readonly pane: RefObject<HTMLElement | null>;
  readonly listed: RefObject<() => readonly NoteSummary[]>;
  /** Told when somebody presses a row, and when no more. */
  readonly onPress: (pressed: boolean) => void;
}

/** What stands between the search and the list; where that empties, the pane's heading has the focus that was in it. */
export const ListTools = ({ order, onOrder, selecting, onSelecting, pane, listed, onPress }: ListToolsProps) => {
  const { t } = useWords();
  const idAt = useEffectEvent((index: number) => listed.current()[index]?.id);
  const begin = useEffectEvent((at: SelectionBegin) => onSelecting(true, at));
  useEffect(() => {
    if (selecting || pane.current === null) return;
    return listenForSelecting(
      pane.current,
      (index) => idAt(index),
      (at) => begin(at),
    );
  }, [selecting, pane]);
  const press = useEffectEvent(onPress);
  useEffect(() => (pane.current === null ? undefined : listenForPress(pane.current, (on) => press(on))), [pane]);
  // These go with the last row, and the focus with them.
  useEffect(() => {
    const whole = pane.current;
    return () => {
      if (isFocusLost() && whole?.querySelector('li[data-index]') === null) whole.querySelector('h1')?.focus();
    };
  }, [pane]);
  return (
    <>
      <Button id={selectButtonId} variant="quiet" size="small" onClick={() => onSelecting(!selecting)}>
        {selecting ? t('Stop selecting') : t('Select')}
      </Button>
      {order === null ? null : <OrderChoice order={order} onChange={onOrder} />}
    </>
  );
};
