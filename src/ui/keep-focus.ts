import { isFocusLost } from './lost-focus.ts';

interface Step {
  readonly element: Element;
  /** Which of its parent's children it is. */
  readonly at: number;
}

const takesFocus = 'button, a[href], input, summary';

/**
 * From now on, where what has the focus inside of the element goes, what stands in its place then gets it, or what stands nearest.
 * Gives back how to end that.
 */
export function keepFocus(whole: HTMLElement): () => void {
  /** From what has the focus up to the whole. */
  let way: readonly Step[] = [];
  const onFocus = ({ target }: FocusEvent) => {
    way = target instanceof Element ? wayFrom(target, whole) : [];
  };
  const onChange = () => {
    if (way[0] === undefined || way[0].element.isConnected || !isFocusLost()) return;
    const next = nextTo(way);
    way = [];
    (next ?? whole).focus();
  };
  const observer = new MutationObserver(onChange);
  observer.observe(whole, { childList: true, subtree: true });
  whole.addEventListener('focusin', onFocus);
  return () => {
    observer.disconnect();
    whole.removeEventListener('focusin', onFocus);
  };
}

function wayFrom(from: Element, to: Element): readonly Step[] {
  const steps: Step[] = [];
  for (let element: Element | null = from; element !== null; element = element === to ? null : element.parentElement)
    steps.push({ element, at: [...(element.parentElement?.children ?? [])].indexOf(element) });
  return steps;
}

function nextTo(way: readonly Step[]): HTMLElement | undefined {
  for (const [index, { element }] of way.entries()) {
    const gone = way[index - 1];
    if (gone === undefined || !element.isConnected) continue;
    const inPlace = element.children[gone.at];
    const next = all(inPlace)[0] ?? all(element.children[element.children.length - 1]).at(-1) ?? all(element).at(-1);
    if (next !== undefined) return next;
  }
  return undefined;
}

const all = (element: Element | undefined): readonly HTMLElement[] =>
  element === undefined
    ? []
    : [
        ...(element instanceof HTMLElement && element.matches(takesFocus) ? [element] : []),
        ...element.querySelectorAll<HTMLElement>(takesFocus),
      ];
