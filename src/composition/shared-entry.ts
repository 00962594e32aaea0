import { sharedText } from '#src/app/shared-text.ts';

/**
 * Takes what another app shares from the page's address, and from the address it goes at once. Waits until somebody sees the page: a link
 * that is opened in the background makes no note.
 */
export async function takeShared({ document, location, history }: Window): Promise<string> {
  const text = sharedText(location.search);
  history.replaceState(history.state, '', location.pathname);
  if (document.visibilityState === 'hidden') {
    await new Promise((seen) => document.addEventListener('visibilitychange', seen, { once: true }));
  }
  return text;
}
