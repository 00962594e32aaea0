import { useState } from 'react';
import { moveToTrash, restoreFromTrash, withArchived, withPinned } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { Notebook } from '#src/services.ts';
import { DownloadIcon, RestoreIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { ArchiveIcon, PinIcon, TrashIcon } from '#src/ui/icons.tsx';
import { TagIcon } from '#src/ui/later-icons.tsx';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { useWords } from '#src/words/use-words.ts';
import { withoutTag, withTag } from './bulk-changes.ts';
import { DeleteSelectedDialog } from './delete-selected-dialog.tsx';
import styles from './selection.module.css';
import { TagDialog } from './tag-dialog.tsx';
import { type BulkAct, editing, useBulk } from './use-bulk.ts';
import { useDeleting } from './use-deleting.ts';

interface SelectionBarProps {
  readonly notebook: Notebook;
  readonly selected: readonly NoteSummary[];
  readonly trash: boolean;
  readonly now: number;
  readonly onAll: () => void;
  readonly onExport: (ids: readonly NoteId[]) => void;
  readonly onEnd: () => void;
}

/** From so many on, how far it is, and a way to stop. */
const many = 200;

/** How many notes are selected, and what can be done with them. */
export const SelectionBar = ({ notebook, selected, trash, now, onAll, onExport, onEnd }: SelectionBarProps) => {
  const { t, counted } = useWords();
  const { run, stop, progress } = useBulk();
  const [asking, setAsking] = useState<'tag' | 'delete' | null>(null);
  const ids = selected.map(({ id }) => id);
  const none = ids.length === 0 || progress !== null;
  const deleting = useDeleting(notebook, (count) =>
    counted(count, '1 note deleted for ever', '{count} notes deleted for ever'),
  );
  const pinned = selected.every((note) => note.pinned);
  const archived = selected.every((note) => note.archived);

  const perform = async (act: BulkAct) => {
    setAsking(null);
    await run(ids, act);
    onEnd();
  };
  const edit = (...parts: Parameters<typeof editing> extends [unknown, ...infer Rest] ? Rest : never) =>
    void perform(editing(notebook, ...parts));

  const pin = () =>
    edit(
      (text) => withPinned(text, !pinned),
      (text) => withPinned(text, pinned),
      (count) =>
        pinned
          ? counted(count, '1 note unpinned', '{count} notes unpinned')
          : counted(count, '1 note pinned', '{count} notes pinned'),
    );
  const archive = () =>
    edit(
      (text) => withArchived(text, !archived),
      (text) => withArchived(text, archived),
      (count) =>
        archived
          ? counted(count, '1 note moved out of the archive', '{count} notes moved out of the archive')
          : counted(count, '1 note moved to the archive', '{count} notes moved to the archive'),
    );
  const tag = (name: string) =>
    edit(
      (text) => withTag(text, name),
      (text) => withoutTag(text, name),
      (count) => counted(count, '1 note tagged', '{count} notes tagged'),
    );
  const discard = () =>
    edit(
      (text) => moveToTrash(text, now),
      restoreFromTrash,
      (count) => counted(count, '1 note moved to the trash', '{count} notes moved to the trash'),
    );
  const restore = () => {
    const since = new Map(selected.map(({ id, trashedAt }) => [id, trashedAt]));
    edit(
      restoreFromTrash,
      (text, id) => moveToTrash(text, since.get(id) ?? now),
      (count) => counted(count, '1 note restored', '{count} notes restored'),
    );
  };
  return (
    <div className={styles.bar}>
      <p className={styles.told} aria-live="polite">
        {counted(ids.length, '1 selected', '{count} selected')}
      </p>
      <Button variant="quiet" size="small" onClick={onAll}>
        {t('Select all')}
      </Button>
      <div className={styles.acts}>
        {trash ? (
          <>
            <IconButton label={t('Restore')} icon={<RestoreIcon />} disabled={none} onClick={restore} />
            <IconButton label={t('Export')} icon={<DownloadIcon />} disabled={none} onClick={() => onExport(ids)} />
            <IconButton
              label={t('Delete for ever')}
              icon={<TrashIcon />}
              disabled={none}
              onClick={() => setAsking('delete')}
            />
          </>
        ) : (
          <>
            <IconButton label={t('Tag')} icon={<TagIcon />} disabled={none} onClick={() => setAsking('tag')} />
            <IconButton
              label={pinned && !none ? t('Unpin') : t('Pin')}
              icon={<PinIcon />}
              disabled={none}
              onClick={pin}
            />
            <IconButton
              label={archived && !none ? t('Move out of archive') : t('Archive')}
              icon={<ArchiveIcon />}
              disabled={none}
              onClick={archive}
            />
            <IconButton label={t('Export')} icon={<DownloadIcon />} disabled={none} onClick={() => onExport(ids)} />
            <IconButton label={t('Move to trash')} icon={<TrashIcon />} disabled={none} onClick={discard} />
          </>
        )}
      </div>
      {progress !== null && progress.of > many ? (
        <div className={styles.working}>
          <ProgressBar label={t('Changing notes')} value={progress.done / progress.of} />
          <Button size="small" onClick={stop}>
            {t('Cancel')}
          </Button>
        </div>
      ) : null}
      {asking === 'tag' ? <TagDialog onClose={() => setAsking(null)} onTag={tag} /> : null}
      {asking === 'delete' ? (
        <DeleteSelectedDialog
          count={ids.length}
          onClose={() => setAsking(null)}
          onDelete={() => void perform(deleting(ids))}
        />
      ) : null}
    </div>
  );
};
