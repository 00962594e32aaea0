/** `focus`: a person came back to the page; `hidden`: it is out of sight, or about to go. */
export type PageEvent = 'focus' | 'hidden' | 'online' | 'offline';

/** What sync wants to know of the page it runs in. */
export interface PageEvents {
  visible(): boolean;
  /** Whether the browser thinks that there is a network. */
  online(): boolean;
  /** Tells when a person comes to the page or leaves it, and when the network does. Returns the way to stop listening. */
  subscribe(listener: (event: PageEvent) => void): () => void;
}

export function createPageEvents(page: Window): PageEvents {
  const { document, navigator } = page;
  return {
    visible: () => document.visibilityState === 'visible',
    online: () => navigator.onLine,
    subscribe(listener) {
      const stop = new AbortController();
      const { signal } = stop;
      page.addEventListener('focus', () => listener('focus'), { signal });
      page.addEventListener('online', () => listener('online'), { signal });
      page.addEventListener('offline', () => listener('offline'), { signal });
      page.addEventListener('pagehide', () => listener('hidden'), { signal });
      document.addEventListener(
        'visibilitychange',
        () => listener(document.visibilityState === 'visible' ? 'focus' : 'hidden'),
        { signal },
      );
      return () => stop.abort();
    },
  };
}
