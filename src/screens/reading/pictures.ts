/** A blob address of the picture that a reference names, good until it is released; null: none. */
export type LendPicture = (
  reference: string,
) => Promise<{ readonly address: string; readonly release: () => void } | null>;

/** Puts a sign in the place of a picture that could not be had, until it can: then `again` is called. Returns the way to take it away. */
export type NoPicture = (reference: string, put: (sign: HTMLElement) => void, again: () => void) => () => void;

/** Pictures of an element are fetched when they are as near to the window as this. */
const near = '800px';

/** Puts a picture into its place. Resolves when it can be seen, with the way to let go of it; null where there is none. */
export const putPicture = async (place: HTMLElement, lend: LendPicture): Promise<(() => void) | null> => {
  const lent = await lend(place.dataset.picture ?? '');
  if (lent === null) return null;
  const image = document.createElement('img');
  image.alt = place.textContent ?? '';
  image.src = lent.address;
  place.replaceChildren(image);
  // What cannot be decoded shows its name.
  await image.decode?.().catch(() => undefined);
  return lent.release;
};

/** Puts in each picture that an element names when it comes near. Returns the way to let go of them. */
export const putPicturesWhenNear = (element: HTMLElement, lend: LendPicture, none: NoPicture): (() => void) => {
  let gone = false;
  const releases: (() => void)[] = [];
  const put = async (place: HTMLElement): Promise<void> => {
    const lent = await putPicture(place, lend);
    if (gone) return lent?.();
    const release =
      lent ??
      none(
        place.dataset.picture ?? '',
        (sign) => place.after(sign),
        () => void put(place),
      );
    releases.push(release);
  };
  const seen = (entries: readonly IntersectionObserverEntry[]) => {
    for (const { target, isIntersecting } of entries) {
      if (!isIntersecting || !(target instanceof HTMLElement)) continue;
      observer.unobserve(target);
      void put(target);
    }
  };
  // The margin counts for what is scrolled alone.
  const observer = new IntersectionObserver(seen, { root: scrollerOf(element), rootMargin: near });
  for (const place of element.querySelectorAll('[data-picture]')) observer.observe(place);
  return () => {
    gone = true;
    observer.disconnect();
    for (const release of releases) release();
  };
};

/** Has each picture that an element names, but for those in links, shown large by a button around it. `label`: the button's, by the picture's name. */
export const makePicturesButtons = (element: HTMLElement, label: (name: string) => string): void => {
  for (const place of element.querySelectorAll<HTMLElement>('span[data-picture]')) {
    if (place.closest('a') !== null) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.dataset.picture = place.dataset.picture ?? '';
    button.setAttribute('aria-label', label(place.textContent ?? ''));
    button.append(...place.childNodes);
    place.replaceWith(button);
  }
};

const scrollerOf = (element: HTMLElement): HTMLElement | null => {
  for (let above = element.parentElement; above !== null; above = above.parentElement) {
    if (/auto|scroll/.test(getComputedStyle(above).overflowY)) return above;
  }
  return null;
};
