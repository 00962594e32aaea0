import type { RefObject } from 'react';
import type { NavigateFunction } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import type { MenuItem } from '#src/ui/menu.tsx';

/** What the keys about notes have to know. */
export interface AroundNote {
  readonly open: NoteId | null;
  /** The query of the library's address. */
  readonly search: string;
  readonly navigate: NavigateFunction;
  /** The notes as the list has them. */
  readonly listed: RefObject<() => readonly { readonly id: NoteId }[]>;
  /** What can be done with the open note. */
  readonly noteItems: RefObject<readonly MenuItem[]>;
  /** Set where the text of the note that comes is to have the focus. */
  readonly toText: RefObject<boolean>;
}

const isInList = (target: EventTarget | null) => target instanceof Element && target.closest('[data-index]') !== null;
const isText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.localName === 'textarea');
const rowOf = (id: NoteId | null) => document.querySelector<HTMLElement>(`[data-index] a[href^="/notes/${id}"]`);

/** The element with the focus, in the shadow root of a note's text as well. */
const focused = () => document.activeElement?.shadowRoot?.activeElement ?? document.activeElement;

/** Opens the next note of the list, or the one before. A focus in the list or in the text stays in it. */
export const goToNote = (by: 1 | -1, { open, search, navigate, listed, toText }: AroundNote): boolean => {
  const from = focused();
  const notes = listed.current();
  const at = notes.findIndex(({ id }) => id === open);
  const next = notes[at === -1 && by === -1 ? -1 : at + by];
  if (next === undefined) return false;
  const row = rowOf(next.id);
  row?.scrollIntoView({ block: 'nearest' });
  if (isInList(from)) row?.focus({ preventScroll: true });
  toText.current = isText(from);
  void navigate({ pathname: `/notes/${next.id}`, search });
  return true;
};

/** Does what a key says with the open note. In the list the keys are about the note with the focus. */
export const actOnNote = (id: string, around: AroundNote): void => {
  if (id === 'next' || id === 'previous') {
    goToNote(id === 'next' ? 1 : -1, around);
    return;
  }
  const from = focused();
  const item = around.noteItems.current.find((one) => one !== 'separator' && one.id === id);
  if (item === undefined || item === 'separator') return;
  if (isInList(from) && from !== rowOf(around.open)) return;
  // Whoever sorts notes in the list goes on with the next.
  if ((id === 'archive' || id === 'trash') && isInList(from)) void (goToNote(1, around) || goToNote(-1, around));
  item.onSelect();
};
