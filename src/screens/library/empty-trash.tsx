import { useState } from 'react';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

interface EmptyTrashProps {
  readonly notebook: Notebook;
  readonly notes: readonly NoteSummary[];
}

/** Deletes every note in the trash for ever, after asking, and offers to take it back. */
export const EmptyTrash = ({ notebook, notes }: EmptyTrashProps) => {
  const [asking, setAsking] = useState(false);
  const { t, told, counted } = useWords();
  const toasts = useToasts();

  const undo = async (deleted: readonly NoteSummary[]) => {
    const results = await Promise.all(deleted.map((note) => notebook.undoDelete(note.id)));
    const failure = results.find((result) => !result.ok);
    if (failure?.ok === false) toasts.show({ message: told(failure.failure) });
  };
  const empty = async () => {
    setAsking(false);
    const results = await Promise.all(
      notes.map(async (note) => ({ note, result: await notebook.deleteForEver(note.id) })),
    );
    const deleted = results.filter(({ result }) => result.ok).map(({ note }) => note);
    const failed = results.map(({ result }) => result).find((result) => !result.ok);
    if (failed?.ok === false) toasts.show({ message: told(failed.failure) });
    if (deleted.length > 0) {
      toasts.show({
        message: t('The trash was emptied'),
        action: { label: t('Undo'), onAct: () => void undo(deleted) },
      });
    }
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
              <Button variant="danger" onClick={() => void empty()}>
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
