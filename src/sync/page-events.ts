/** What sync wants to know of the page it runs in. */
export interface PageEvents {
  visible(): boolean;
  /** Whether the browser thinks that there is a network. */
  online(): boolean;
  /** Tells when a person comes back to the page, and when the network does or goes. Returns the way to stop listening. */
  subscribe(listener: (event: 'focus' | 'online' | 'offline') => void): () => void;
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
      document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && listener('focus'), {
        signal,
      });
      return () => stop.abort();
    },
  };
}
