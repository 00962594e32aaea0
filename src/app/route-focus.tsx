import { useLayoutEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { focusMain, isFocusLost } from '#src/ui/lost-focus.ts';

/**
 * After a navigation that took the focused element away, the focus goes to the main part of the new page. It stands behind the pages in
 * their Suspense, so that it waits for a page that has to be loaded, and looks again where `page` has taken another's place.
 */
export const RouteFocus = ({ page }: { readonly page: unknown }) => {
  const { pathname } = useLocation();
  const first = useRef(pathname);
  const moved = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page is what calls for it
  useLayoutEffect(() => {
    moved.current ||= pathname !== first.current;
    if (moved.current && isFocusLost()) focusMain();
  }, [pathname, page]);
  return null;
};
