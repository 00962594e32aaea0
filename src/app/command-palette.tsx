import { useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import { untitled } from '#src/notes/untitled.ts';
import { Palette, type PaletteEntry, type PaletteGroup } from '#src/screens/palette/palette.tsx';
import type { Notebook } from '#src/services.ts';
import { RefreshIcon } from '#src/ui/action-icons.tsx';
import {
  ArchiveIcon,
  CloudIcon,
  KeyboardIcon,
  NewNoteIcon,
  NotesIcon,
  PinIcon,
  SearchIcon,
  SettingsIcon,
  TrashIcon,
} from '#src/ui/icons.tsx';
import type { MenuItem } from '#src/ui/menu.tsx';
import { useWords } from '#src/words/use-words.ts';

interface CommandPaletteProps {
  readonly notebook: Notebook;
  /** What can be done with the open note. */
  readonly noteItems: readonly MenuItem[];
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
  readonly onClose: () => void;
}

/** All that can be done from the library, and every note that is not in the trash. */
export const CommandPalette = ({ notebook, noteItems, onSearch, onShortcuts, onClose }: CommandPaletteProps) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const groups = useMemo((): readonly PaletteGroup[] => {
    const to = (address: string) => () => void navigate(address);
    const ofNote = noteItems.flatMap((item): PaletteEntry[] =>
      item === 'separator'
        ? []
        : [{ id: `note-${item.label}`, name: item.label, icon: item.icon, onSelect: item.onSelect }],
    );
    const everywhere: readonly PaletteEntry[] = [
      { id: 'new', name: t('New note'), icon: <NewNoteIcon size={18} />, onSelect: to('/notes/new') },
      { id: 'search', name: t('Search notes'), icon: <SearchIcon size={18} />, onSelect: onSearch },
      { id: 'all', name: t('All notes'), icon: <NotesIcon size={18} />, onSelect: to('/') },
      { id: 'pinned', name: t('Pinned'), icon: <PinIcon size={18} />, onSelect: to('/?in=pinned') },
      { id: 'archive', name: t('Archive'), icon: <ArchiveIcon size={18} />, onSelect: to('/?in=archive') },
      { id: 'trash', name: t('Trash'), icon: <TrashIcon size={18} />, onSelect: to('/?in=trash') },
      { id: 'sync', name: t('Sync now'), icon: <RefreshIcon size={18} />, onSelect: () => void notebook.syncNow() },
      { id: 'unsent', name: t('Not sent yet'), icon: <CloudIcon size={18} />, onSelect: to('/unsent') },
      { id: 'gone', name: t('Notes removed elsewhere'), icon: <TrashIcon size={18} />, onSelect: to('/gone') },
      { id: 'settings', name: t('Settings'), icon: <SettingsIcon size={18} />, onSelect: to('/settings') },
      { id: 'help', name: t('Connection'), icon: <CloudIcon size={18} />, onSelect: to('/help') },
      { id: 'keys', name: t('Keyboard shortcuts'), icon: <KeyboardIcon size={18} />, onSelect: onShortcuts },
    ];
    const notes = notebook.list
      .get()
      .notes.filter(({ trashedAt }) => trashedAt === null)
      .map(
        ({ id, title }): PaletteEntry => ({
          id,
          name: title === untitled ? t(untitled) : title,
          icon: <NotesIcon size={18} />,
          onSelect: to(`/notes/${id}`),
        }),
      );
    return [
      // Notes first: what Enter does by itself then changes nothing.
      { name: t('Notes'), entries: notes, most: 12 },
      { name: t('This note'), entries: ofNote, most: 12 },
      { name: t('Everywhere'), entries: everywhere, most: 20 },
    ];
  }, [notebook, noteItems, navigate, onSearch, onShortcuts, t]);
  return (
    <Palette
      groups={groups}
      onSearch={(typed) => void navigate(`/?${new URLSearchParams({ q: typed })}`)}
      onClose={onClose}
    />
  );
};
