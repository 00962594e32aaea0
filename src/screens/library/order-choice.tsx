import type { NoteOrder } from '#src/notes/order.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './order-choice.module.css';

interface OrderChoiceProps {
  readonly order: NoteOrder;
  readonly onChange: (order: NoteOrder) => void;
}

/** What the list is sorted by. */
export const OrderChoice = ({ order, onChange }: OrderChoiceProps) => {
  const { t } = useWords();
  const names: Readonly<Record<NoteOrder, string>> = {
    changed: t('Last changed first'),
    created: t('Last created first'),
    title: t('By title'),
  };
  const orders = ['changed', 'created', 'title'] as const;
  return (
    <select
      className={styles.select}
      aria-label={t('Order')}
      value={order}
      onChange={(event) => onChange(orders.find((one) => one === event.target.value) ?? 'changed')}
    >
      {orders.map((one) => (
        <option key={one} value={one}>
          {names[one]}
        </option>
      ))}
    </select>
  );
};
