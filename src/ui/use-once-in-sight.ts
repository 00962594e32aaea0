import { type RefObject, useEffect } from 'react';

/** Looks for something once the place comes into sight, and again where `look` is another function; null asks for nothing. `isWanted`: whether the answer still is. */
export const useOnceInSight = (
  place: RefObject<HTMLElement | null>,
  look: ((isWanted: () => boolean) => Promise<void>) | null,
): void => {
  useEffect(() => {
    const element = place.current;
    if (element === null || look === null) return;
    let current = true;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.unobserve(element);
      void look(() => current);
    });
    observer.observe(element);
    return () => {
      current = false;
      observer.unobserve(element);
    };
  }, [place, look]);
};
