import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { DownloadIcon, HistoryIcon, MoreIcon, PrintIcon, RestoreIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { ArchiveIcon, PinIcon, TrashIcon } from '#src/ui/icons.tsx';
import { Menu, type MenuItem } from '#src/ui/menu.tsx';
import type { NoteActions } from './use-note-actions.ts';

interface NoteMenuProps {
  readonly text: string;
  readonly trashed: boolean;
  readonly actions: NoteActions;
  readonly onExport: () => void;
  /** A note that is not written yet has nothing to act on. */
  readonly disabled: boolean;
}

/** The button "More" and its menu. */
export const NoteMenu = ({ text, trashed, actions, onExport, disabled }: NoteMenuProps) => {
  const pinned = isPinned(text);
  const archived = isArchived(text);
  const history: MenuItem = { label: 'History', icon: <HistoryIcon size={18} />, onSelect: actions.showHistory };
  const exportNote: MenuItem = { label: 'Export', icon: <DownloadIcon size={18} />, onSelect: onExport };
  const print: MenuItem = { label: 'Print', icon: <PrintIcon size={18} />, onSelect: () => window.print() };
  const items: readonly MenuItem[] = trashed
    ? [
        { label: 'Restore', icon: <RestoreIcon size={18} />, onSelect: actions.restore },
        history,
        exportNote,
        print,
        'separator',
        { label: 'Delete for ever', icon: <TrashIcon size={18} />, tone: 'danger', onSelect: actions.deleteForEver },
      ]
    : [
        { label: pinned ? 'Unpin' : 'Pin', icon: <PinIcon size={18} />, onSelect: () => actions.pin(!pinned) },
        {
          label: archived ? 'Move out of archive' : 'Archive',
          icon: <ArchiveIcon size={18} />,
          onSelect: () => actions.archive(!archived),
        },
        history,
        exportNote,
        print,
        'separator',
        { label: 'Move to trash', icon: <TrashIcon size={18} />, tone: 'danger', onSelect: actions.trash },
      ];
  return (
    <Menu
      label="More"
      items={items}
      trigger={(props) => <IconButton label="More" icon={<MoreIcon />} disabled={disabled} {...props} />}
    />
  );
};
