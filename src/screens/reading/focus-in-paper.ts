/** What can have the focus in a note as it reads: links, boxes, pictures, tables that scroll, headings that the outline led to. */
const focusable = 'a[href], input[data-task], button, [tabindex]';

/**
 * Remembers what has the focus in an element that is about to be laid out anew. Returns the way to give the focus back: to what has the
 * same words, and where several have, to the one in the same place among them.
 */
export const rememberFocus = (paper: HTMLElement): (() => void) => {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement) || !paper.contains(focused)) return () => undefined;
  const named = nameOf(focused);
  const alike = () => [...paper.querySelectorAll<HTMLElement>(focusable)].filter((one) => nameOf(one) === named);
  const place = alike().indexOf(focused);
  return () => {
    const now = alike();
    (now[place] ?? now.at(-1))?.focus({ preventScroll: true });
  };
};

const nameOf = (element: HTMLElement): string =>
  `${element.localName} ${element.getAttribute('aria-label') ?? element.textContent?.slice(0, 200)}`;
