import type { Services } from '#src/services.ts';
import { createAppUpdates } from './app-updates.ts';
import type { BrowserPage } from './browser-page.ts';
import { reloadWhereReplaced } from './missing-parts.ts';
import { trustedScriptUrl } from './script-addresses.ts';

/** Keeps the app on this device, and looks for new versions of it. */
export function keepApp(
  window: Window & typeof globalThis,
  { timers, events, fetch }: Pick<BrowserPage, 'timers' | 'events' | 'fetch'>,
  notebook: Services['notebook'],
) {
  const { navigator, document } = window;
  // Insecure pages, and some private windows, have none.
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  const updates = createAppUpdates({
    events,
    timers,
    container: workers ?? { controller: null, addEventListener: () => undefined },
    register:
      workers === undefined
        ? null
        : () => workers.register(trustedScriptUrl('/service-worker.js'), { updateViaCache: 'none' }),
    page: {
      // Whoever would have the browser ask before the page goes says so, and writes what it has.
      wouldLose: () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })),
      uploading: () =>
        notebook
          .get()
          ?.files.uploads.get()
          .some(({ state }) => state.kind === 'sending') ?? false,
      touched: () => navigator.userActivation?.hasBeenActive ?? true,
      reload: () => window.location.reload(),
    },
    // biome-ignore lint/suspicious/noConsole: what hurts nobody is told where the curious look.
    report: (problem) => console.info(problem),
  });
  reloadWhereReplaced({
    page: window,
    memory: window.sessionStorage,
    now: timers.now,
    start: document.querySelector('script[type="module"]')?.getAttribute('src') ?? '',
    newestPage: async () => {
      const response = await fetch('/index.html', { cache: 'no-store' }).catch(() => null);
      return response?.ok ? response.text() : null;
    },
    takeNewest: updates.takeNewest,
  });
  void updates.start();
  return updates;
}
