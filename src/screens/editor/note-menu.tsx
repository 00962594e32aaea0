import { useEffect, useEffectEvent } from 'react';
import { isArchived, isPinned } from '#src/notes/note-document.ts';
import { DownloadIcon, HistoryIcon, MoreIcon, PrintIcon, RestoreIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { ArchiveIcon, PinIcon, TrashIcon } from '#src/ui/icons.tsx';
import { Menu, type MenuItem } from '#src/ui/menu.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { NoteActions } from './use-note-actions.ts';

interface NoteMenuProps {
  readonly text: string;
  readonly trashed: boolean;
  readonly actions: NoteActions;
  readonly onExport: () => void;
  readonly onPrint: () => void;
  /** A note that is not written yet has nothing to act on. */
  readonly disabled: boolean;
  /** Told what there is to do, for those who offer it elsewhere as well; nothing when the menu goes. */
  readonly onItems: (items: readonly MenuItem[]) => void;
}

/** The button "More" and its menu. */
export const NoteMenu = ({ text, trashed, actions, onExport, onPrint, disabled, onItems }: NoteMenuProps) => {
  const { t } = useWords();
  const pinned = isPinned(text);
  const archived = isArchived(text);
  const history: MenuItem = {
    id: 'history',
    label: t('History'),
    icon: <HistoryIcon size={18} />,
    onSelect: actions.showHistory,
  };
  const exportNote: MenuItem = {
    id: 'export',
    label: t('Export'),
    icon: <DownloadIcon size={18} />,
    onSelect: onExport,
  };
  const print: MenuItem = {
    id: 'print',
    label: t('Print'),
    icon: <PrintIcon size={18} />,
    onSelect: onPrint,
  };
  const items: readonly MenuItem[] = trashed
    ? [
        { id: 'restore', label: t('Restore'), icon: <RestoreIcon size={18} />, onSelect: actions.restore },
        history,
        exportNote,
        print,
        'separator',
        {
          id: 'delete',
          label: t('Delete for ever'),
          icon: <TrashIcon size={18} />,
          tone: 'danger',
          onSelect: actions.deleteForEver,
        },
      ]
    : [
        {
          id: 'pin',
          label: pinned ? t('Unpin') : t('Pin'),
          icon: <PinIcon size={18} />,
          onSelect: () => actions.pin(!pinned),
        },
        {
          id: 'archive',
          label: archived ? t('Move out of archive') : t('Archive'),
          icon: <ArchiveIcon size={18} />,
          onSelect: () => actions.archive(!archived),
        },
        history,
        exportNote,
        print,
        'separator',
        {
          id: 'trash',
          label: t('Move to trash'),
          icon: <TrashIcon size={18} />,
          tone: 'danger',
          onSelect: actions.trash,
        },
      ];
  const offer = useEffectEvent(() => onItems(disabled ? [] : items));
  useEffect(() => offer());
  const withdraw = useEffectEvent(() => onItems([]));
  useEffect(() => () => withdraw(), []);
  return (
    <Menu
      label={t('More')}
      items={items}
      trigger={(props) => <IconButton label={t('More')} icon={<MoreIcon />} disabled={disabled} {...props} />}
    />
  );
};
