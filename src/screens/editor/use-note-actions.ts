import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router-dom';
import { moveToTrash, restoreFromTrash, trashedAt, withArchived, withPinned } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Result } from '#src/notes/result.ts';
import type { Notebook } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

/** What can be done with a whole note. Each says what it did and, where something left the list, offers to take it back. */
export interface NoteActions {
  pin(pinned: boolean): void;
  archive(archived: boolean): void;
  trash(): void;
  restore(): void;
  deleteForEver(): void;
  showHistory(): void;
}

/** `listSearch`: the query of the library's address, where an action leads back to the list. */
export const useNoteActions = (notebook: Notebook, id: NoteId, listSearch: string, now: () => number): NoteActions => {
  const { t, told } = useWords();
  const toasts = useToasts();
  const navigate = useNavigate();

  const settle = async (doing: Promise<Result<unknown>>, done: () => void = () => {}) => {
    const result = await doing;
    if (result.ok) done();
    else toasts.show({ message: told(result.failure) });
  };
  const edit = (change: (text: string) => string, done?: () => void) => void settle(notebook.edit(id, change), done);
  // Whoever has gone elsewhere meanwhile stays there.
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
    };
  }, []);
  const toList = () => {
    if (isHere.current) void navigate({ pathname: '/', search: listSearch });
  };

  return {
    pin: (pinned) => edit((text) => withPinned(text, pinned)),
    archive: (archived) =>
      edit(
        (text) => withArchived(text, archived),
        () =>
          toasts.show({
            about: id,
            message: archived ? t('Moved to the archive') : t('Moved out of the archive'),
            action: { label: t('Undo'), onAct: () => edit((text) => withArchived(text, !archived)) },
          }),
      ),
    trash: () =>
      edit(
        (text) => moveToTrash(text, now()),
        () => {
          toList();
          toasts.show({
            about: id,
            message: t('Moved to the trash'),
            action: { label: t('Undo'), onAct: () => edit(restoreFromTrash) },
          });
        },
      ),
    restore: () => {
      let since = now();
      const restored = (text: string) => {
        since = trashedAt(text) ?? since;
        return restoreFromTrash(text);
      };
      edit(restored, () =>
        toasts.show({
          about: id,
          message: t('Restored'),
          action: { label: t('Undo'), onAct: () => edit((text) => moveToTrash(text, since)) },
        }),
      );
    },
    deleteForEver: () =>
      void settle(notebook.deleteForEver(id), () => {
        toList();
        toasts.show({
          about: id,
          message: t('Deleted for ever'),
          action: { label: t('Undo'), onAct: () => void settle(notebook.undoDelete(id)) },
        });
      }),
    showHistory: () => void navigate({ pathname: `/notes/${id}/history`, search: listSearch }),
  };
};
