import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useWords } from '#src/words/use-words.ts';

interface DeleteSelectedDialogProps {
  readonly count: number;
  readonly onClose: () => void;
  readonly onDelete: () => void;
}

/** Asks before notes are deleted for ever. */
export const DeleteSelectedDialog = ({ count, onClose, onDelete }: DeleteSelectedDialogProps) => {
  const { t, counted } = useWords();
  return (
    <Dialog
      title={counted(count, 'Delete 1 note for ever?', 'Delete {count} notes for ever?')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('Cancel')}</Button>
          <Button variant="danger" onClick={onDelete}>
            {t('Delete for ever')}
          </Button>
        </>
      }
    >
      <p>{t('Their text and attachments leave this device and your AWS account. You can undo it for ten seconds.')}</p>
    </Dialog>
  );
};
