import { useState } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useWords } from '#src/words/use-words.ts';
import { useBulk } from './use-bulk.ts';
import { useDeleting } from './use-deleting.ts';

interface EmptyTrashProps {
  readonly notebook: Notebook;
  readonly notes: readonly NoteSummary[];
}

/** Deletes every note in the trash for ever, after asking, and offers to take it back. */
export const EmptyTrash = ({ notebook, notes }: EmptyTrashProps) => {
  const [asking, setAsking] = useState(false);
  const { t, counted } = useWords();
  const { run } = useBulk();
  const deleting = useDeleting(notebook, (count) =>
    count === notes.length
      ? t('The trash was emptied')
      : counted(count, '1 note deleted for ever', '{count} notes deleted for ever'),
  );
  const empty = () => {
    setAsking(false);
    const ids = notes.map(({ id }) => id);
    void run(ids, deleting(ids));
  };

  return (
    <>
      <Button variant="quiet" size="small" onClick={() => setAsking(true)}>
        {t('Empty trash')}
      </Button>
      {asking ? (
        <Dialog
          title={counted(notes.length, 'Delete 1 note for ever?', 'Delete {count} notes for ever?')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onClick={() => setAsking(false)}>{t('Cancel')}</Button>
              <Button variant="danger" onClick={empty}>
                {t('Delete for ever')}
              </Button>
            </>
          }
        >
          <p>
            {t('Their text and attachments leave this device and your AWS account. You can undo it for ten seconds.')}
          </p>
        </Dialog>
      ) : null}
    </>
  );
};
