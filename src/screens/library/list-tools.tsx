import type { NoteOrder } from '#src/notes/order.ts';
import { Button } from '#src/ui/button.tsx';
import { useWords } from '#src/words/use-words.ts';
import { OrderChoice } from './order-choice.tsx';

/** Has the focus when selecting ends. */
export const selectButtonId = 'select-notes';

interface ListToolsProps {
  /** Null where the list has an order of its own. */
  readonly order: NoteOrder | null;
  readonly onOrder: (order: NoteOrder) => void;
  readonly selecting: boolean;
  readonly onSelecting: (selecting: boolean) => void;
}

/** What stands between the search and the list. */
export const ListTools = ({ order, onOrder, selecting, onSelecting }: ListToolsProps) => {
  const { t } = useWords();
  return (
    <>
      <Button id={selectButtonId} variant="quiet" size="small" onClick={() => onSelecting(!selecting)}>
        {selecting ? t('Stop selecting') : t('Select')}
      </Button>
      {order === null ? null : <OrderChoice order={order} onChange={onOrder} />}
    </>
  );
};
