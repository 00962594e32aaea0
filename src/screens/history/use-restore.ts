import { restoreFromTrash } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

/**
 * Makes an older text the note's text, out of the trash in any case, and offers to take it back. `present`: the text that it replaces;
 * null where the note is gone.
 */
export const useRestore = (notebook: Pick<Notebook, 'restore'>, id: NoteId) => {
  const { t, told } = useWords();
  const toasts = useToasts();
  return async (text: string, present: string | null): Promise<void> => {
    const result = await notebook.restore(id, restoreFromTrash(text));
    if (!result.ok) return toasts.show({ message: told(result.failure) });
    const undo = async (before: string) => {
      const undone = await notebook.restore(id, before);
      if (!undone.ok) toasts.show({ message: told(undone.failure) });
    };
    toasts.show(
      present === null
        ? { message: t('The note is back') }
        : { message: t('Restored'), action: { label: t('Undo'), onAct: () => void undo(present) } },
    );
  };
};
