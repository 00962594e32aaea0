import { useEffect, useEffectEvent, useId, useRef } from 'react';

/** What an entry of the browser's history has beside the router's own state, while a layer is open over its page. */
interface LayerState {
  readonly layer?: unknown;
}

const topLayer = (): unknown => {
  const state: LayerState | null = window.history.state;
  return state?.layer;
};

/**
 * For as long as the component is there, the way back (a phone's button or gesture, the browser's arrow) closes it, and does not leave the
 * page under it. The router knows nothing of that: the entry on top of the page's is a copy of it. Closed in any other way, the entry is taken
 * back. A link in it must replace the entry.
 */
export const useBackToClose = (onClose: () => void): void => {
  const id = useId();
  const close = useEffectEvent(onClose);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    const state = { ...window.history.state, layer: id };
    // That of a layer which is open no longer, as after a reload, serves again.
    if (topLayer() === undefined) window.history.pushState(state, '');
    else window.history.replaceState(state, '');
    const onBack = () => {
      if (topLayer() !== id) close();
    };
    window.addEventListener('popstate', onBack);
    return () => {
      window.removeEventListener('popstate', onBack);
      isThere.current = false;
      // React may set it up once more at once, in development.
      queueMicrotask(() => {
        if (!isThere.current && topLayer() === id) window.history.back();
      });
    };
  }, [id]);
};
