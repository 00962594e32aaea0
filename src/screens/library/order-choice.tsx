import type { NoteOrder } from '#src/notes/order.ts';
import { Button } from '#src/ui/button.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { Menu } from '#src/ui/menu.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './order-choice.module.css';

interface OrderChoiceProps {
  readonly order: NoteOrder;
  readonly onChange: (order: NoteOrder) => void;
}

/** The button that says what the list is sorted by, and the menu to choose it from. */
export const OrderChoice = ({ order, onChange }: OrderChoiceProps) => {
  const { t } = useWords();
  const names: Readonly<Record<NoteOrder, string>> = {
    changed: t('Last changed first'),
    created: t('Last created first'),
    title: t('By title'),
  };
  return (
    <Menu
      label={t('Order')}
      items={(['changed', 'created', 'title'] as const).map((one) => ({
        label: names[one],
        icon: one === order ? <CheckIcon size={18} /> : <span className={styles.unchosen} />,
        onSelect: () => onChange(one),
      }))}
      trigger={(props) => (
        <Button variant="quiet" size="small" className={styles.button} {...props}>
          {t('Order: {name}', { name: names[order] })}
        </Button>
      )}
    />
  );
};
