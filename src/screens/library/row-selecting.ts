import type { NoteId } from '#src/notes/note-id.ts';

/** Where a selection begins: at a note, or reaching to it from the open one. */
export interface SelectionBegin {
  readonly id: NoteId;
  readonly reach: boolean;
}

/** As long as touch screens take for a long press; ms. */
const longPress = 500;
/** A finger that goes further scrolls; px. */
const still = 10;

/** The finger lifts over what has taken the row's place: what its press would still do there is held back until the next press or key. */
const holdBackPress = () => {
  const held = new AbortController();
  const options = { signal: held.signal, capture: true };
  for (const kind of ['mousedown', 'click', 'contextmenu']) {
    const stop = (event: Event) => {
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener(kind, stop, options);
  }
  for (const kind of ['pointerdown', 'keydown']) document.addEventListener(kind, () => held.abort(), options);
};

/**
 * Begins a selection from the rows of a list (`li[data-index]` in `pane`): by a click with Ctrl, ⌘ or Shift, or a long press of a finger.
 * Returns the way to stop.
 */
export const listenForSelecting = (
  pane: HTMLElement,
  idAt: (index: number) => NoteId | undefined,
  onBegin: (begin: SelectionBegin) => void,
): (() => void) => {
  let pressed: { readonly id: NoteId; readonly x: number; readonly y: number; readonly timer: number } | null = null;
  const rowOf = (event: Event): NoteId | undefined => {
    const row = event.target instanceof Element ? event.target.closest('li[data-index]') : null;
    return row === null ? undefined : idAt(Number(row.getAttribute('data-index')));
  };
  const letGo = () => {
    if (pressed !== null) window.clearTimeout(pressed.timer);
    pressed = null;
  };

  // Instead of what a link does of itself: a tab or a window of its own. The middle button still opens a tab.
  const onClick = (event: MouseEvent) => {
    if (!(event.ctrlKey || event.metaKey || event.shiftKey)) return;
    const id = rowOf(event);
    if (id === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onBegin({ id, reach: event.shiftKey });
  };
  // With Shift a press would mark the words of the page up to here.
  const onPress = (event: MouseEvent) => {
    if (event.shiftKey && event.button === 0 && rowOf(event) !== undefined) event.preventDefault();
  };
  const onDown = (event: PointerEvent) => {
    letGo();
    if (event.pointerType !== 'touch' || !event.isPrimary) return;
    const id = rowOf(event);
    if (id === undefined) return;
    const timer = window.setTimeout(() => {
      pressed = null;
      holdBackPress();
      onBegin({ id, reach: false });
    }, longPress);
    pressed = { id, x: event.clientX, y: event.clientY, timer };
  };
  const onMove = (event: PointerEvent) => {
    if (pressed !== null && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > still) letGo();
  };
  // The browser's own menu of a link comes with a long press, and may be a little earlier.
  const onMenu = (event: MouseEvent) => {
    if (pressed === null) return;
    const { id } = pressed;
    letGo();
    event.preventDefault();
    holdBackPress();
    onBegin({ id, reach: false });
  };

  const listening = new AbortController();
  const { signal } = listening;
  pane.addEventListener('click', onClick, { signal, capture: true });
  pane.addEventListener('mousedown', onPress, { signal });
  pane.addEventListener('contextmenu', onMenu, { signal });
  pane.addEventListener('pointerdown', onDown, { signal });
  pane.addEventListener('pointermove', onMove, { signal, passive: true });
  pane.addEventListener('pointerup', letGo, { signal });
  pane.addEventListener('pointercancel', letGo, { signal });
  return () => {
    letGo();
    listening.abort();
  };
};
