import type { WaitingChange } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useWords } from '#src/words/use-words.ts';
import { lossWords } from './change-words.ts';

interface DiscardDialogProps {
  readonly change: WaitingChange;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before something unsent is given up. */
export const DiscardDialog = ({ change, onClose, onDiscard }: DiscardDialogProps) => {
  const words = useWords();
  const { t } = words;
  const { question, loss } = lossWords(change, words);
  return (
    <Dialog
      title={question}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant={change.kind === 'deletion' ? 'primary' : 'danger'} onClick={onDiscard}>
            {change.kind === 'deletion' ? t('Call off the deletion') : t('Discard')}
          </Button>
        </>
      }
    >
      <p>{loss}</p>
    </Dialog>
  );
};
