import { useMemo } from 'react';
import { untitled } from '#src/notes/untitled.ts';
import { Palette, type PaletteEntry, type PaletteGroup } from '#src/screens/palette/palette.tsx';
import type { Notebook } from '#src/services.ts';
import { DownIcon, RefreshIcon, UpIcon } from '#src/ui/action-icons.tsx';
import { ArchiveIcon, CloudIcon, NewNoteIcon, NotesIcon, PinIcon, SearchIcon, TrashIcon } from '#src/ui/icons.tsx';
import { ariaKeys, keyNames } from '#src/ui/key-names.ts';
import { ImageIcon, KeyboardIcon, SettingsIcon } from '#src/ui/later-icons.tsx';
import { isSingle, type Keyboard, keysOf } from '#src/ui/shortcut.ts';
import { useWords } from '#src/words/use-words.ts';
import { type AroundNote, goToNote } from './note-keys.ts';
import { shortcuts } from './shortcuts.ts';

interface CommandPaletteProps {
  readonly notebook: Notebook;
  readonly around: AroundNote;
  readonly keyboard: Keyboard;
  /** Whether single letters act. */
  readonly letterKeys: boolean;
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
  readonly onClose: () => void;
}

/** All that can be done from the library, and every note that is not in the trash. */
export const CommandPalette = ({
  notebook,
  around,
  keyboard,
  letterKeys,
  onSearch,
  onShortcuts,
  onClose,
}: CommandPaletteProps) => {
  const words = useWords();
  const groups = useMemo((): readonly PaletteGroup[] => {
    const { t } = words;
    const to = (address: string) => () => void around.navigate(address);
    const hint = (id: string | undefined): Pick<PaletteEntry, 'keys'> => {
      const found = shortcuts.find((shortcut) => shortcut.id === id);
      const keys = found === undefined ? [] : keysOf(found, keyboard).filter((key) => letterKeys || !isSingle(key));
      const [first] = keys;
      if (first === undefined) return {};
      return { keys: { shown: keyNames(first, keyboard, words), told: ariaKeys(keys, keyboard) } };
    };
    const ofNote = around.noteItems.current.flatMap((item): PaletteEntry[] =>
      item === 'separator'
        ? []
        : [{ id: `note-${item.label}`, name: item.label, icon: item.icon, onSelect: item.onSelect, ...hint(item.id) }],
    );
    const everywhere: readonly PaletteEntry[] = [
      { id: 'new', name: t('New note'), icon: <NewNoteIcon size={18} />, onSelect: to('/notes/new'), ...hint('new') },
      { id: 'search', name: t('Search notes'), icon: <SearchIcon size={18} />, onSelect: onSearch, ...hint('search') },
      {
        id: 'next',
        name: t('Next note'),
        icon: <DownIcon size={18} />,
        onSelect: () => goToNote(1, around),
        ...hint('next'),
      },
      {
        id: 'previous',
        name: t('Previous note'),
        icon: <UpIcon size={18} />,
        onSelect: () => goToNote(-1, around),
        ...hint('previous'),
      },
      { id: 'all', name: t('All notes'), icon: <NotesIcon size={18} />, onSelect: to('/') },
      { id: 'pinned', name: t('Pinned'), icon: <PinIcon size={18} />, onSelect: to('/?in=pinned') },
      {
        id: 'archive',
        name: t('Archive{notebook}', { notebook: '' }),
        icon: <ArchiveIcon size={18} />,
        onSelect: to('/?in=archive'),
      },
      { id: 'trash', name: t('Trash'), icon: <TrashIcon size={18} />, onSelect: to('/?in=trash') },
      { id: 'pictures', name: t('Pictures'), icon: <ImageIcon size={18} />, onSelect: to('/pictures') },
      { id: 'sync', name: t('Sync now'), icon: <RefreshIcon size={18} />, onSelect: () => void notebook.syncNow() },
      { id: 'unsent', name: t('Not sent yet'), icon: <CloudIcon size={18} />, onSelect: to('/unsent') },
      { id: 'gone', name: t('Notes removed elsewhere'), icon: <TrashIcon size={18} />, onSelect: to('/gone') },
      { id: 'settings', name: t('Settings'), icon: <SettingsIcon size={18} />, onSelect: to('/settings') },
      { id: 'help', name: t('Connection'), icon: <CloudIcon size={18} />, onSelect: to('/help') },
      {
        id: 'keys',
        name: t('Keyboard shortcuts'),
        icon: <KeyboardIcon size={18} />,
        onSelect: onShortcuts,
        ...hint('help'),
      },
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
  }, [notebook, around, keyboard, letterKeys, onSearch, onShortcuts, words]);
  return (
    <Palette
      groups={groups}
      onSearch={(typed) => void around.navigate(`/?${new URLSearchParams({ q: typed })}`)}
      onClose={onClose}
    />
  );
};
