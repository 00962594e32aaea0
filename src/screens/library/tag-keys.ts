/**
 * Moves in a tree of links, whose groups are opened by a button with `aria-expanded`: up and down from row to row, right into a group and
 * left out of it, opening and closing it. False: the key is none of the tree's.
 */
export const moveInTree = (key: string, from: EventTarget, tree: HTMLElement): boolean => {
  const row = from instanceof Element ? from.closest('li') : null;
  if (row === null) return false;
  const rows = [...tree.querySelectorAll('li')];
  const go = (to: Element | null | undefined) => {
    to?.querySelector<HTMLElement>('a, button')?.focus();
    return true;
  };
  const turn = row.querySelector<HTMLElement>(':scope > div > [aria-expanded]');
  const isOpen = turn?.getAttribute('aria-expanded') === 'true';
  switch (key) {
    case 'ArrowDown':
      return go(rows[rows.indexOf(row) + 1]);
    case 'ArrowUp':
      return go(rows[rows.indexOf(row) - 1]);
    case 'ArrowRight':
      if (isOpen) return go(row.querySelector('li'));
      turn?.click();
      return turn !== null;
    case 'ArrowLeft':
      if (!isOpen) return go(row.parentElement?.closest('li'));
      turn?.click();
      return true;
    default:
      return false;
  }
};
