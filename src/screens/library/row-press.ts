/** So much later than the end of a press a finger's click may come; ms. */
const clickComes = 300;

/**
 * Tells when a press begins on a row of the list in `pane`, and when it is over, its click included. What may end one without a click: the
 * press becomes a drag, a scroll or a menu, or the window is left. Returns the way to stop.
 */
export const listenForPress = (pane: HTMLElement, onPress: (pressed: boolean) => void): (() => void) => {
  let pressing: AbortController | null = null;
  let timer = 0;

  const end = () => {
    window.clearTimeout(timer);
    pressing?.abort();
    pressing = null;
    onPress(false);
  };
  const endIn = (ms: number) => {
    window.clearTimeout(timer);
    timer = window.setTimeout(end, ms);
  };
  const onDown = (event: PointerEvent) => {
    if (pressing !== null) end();
    if (!(event.target instanceof Element) || event.target.closest('li[data-index]') === null) return;
    pressing = new AbortController();
    const options = { signal: pressing.signal, capture: true };
    // The click is still on its way through the page.
    window.addEventListener('click', () => endIn(0), options);
    for (const kind of ['pointerup', 'pointercancel', 'contextmenu', 'dragstart', 'blur'])
      window.addEventListener(kind, () => endIn(clickComes), options);
    onPress(true);
  };

  pane.addEventListener('pointerdown', onDown);
  return () => {
    pane.removeEventListener('pointerdown', onDown);
    if (pressing !== null) end();
  };
};
