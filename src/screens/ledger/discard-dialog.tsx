import type { WaitingChange } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { lossWords } from './change-words.ts';

interface DiscardDialogProps {
  readonly change: WaitingChange;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}

/** Asks before something unsent is given up. */
export const DiscardDialog = ({ change, onClose, onDiscard }: DiscardDialogProps) => {
  const { question, loss } = lossWords(change);
  return (
    <Dialog
      title={question}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button variant={change.kind === 'deletion' ? 'primary' : 'danger'} onClick={onDiscard}>
            {change.kind === 'deletion' ? 'Call off the deletion' : 'Discard'}
          </Button>
        </>
      }
    >
      <p>{loss}</p>
    </Dialog>
  );
};
