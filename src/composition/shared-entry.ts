import { sharedText } from '#src/app/shared-text.ts';
import { sharedKey } from './shared-key.ts';

/**
 * Takes what another app shares from the page's address, and from the address it goes at once. Any page of the web can open such an
 * address, so nothing is written of it: the tab remembers it, also over a reload, until a person has decided about it.
 */
export function takeShared({
  location,
  history,
  sessionStorage,
}: Pick<Window, 'location' | 'history' | 'sessionStorage'>): string {
  const here = location.pathname === '/notes/new' ? sharedText(location.search) : '';
  if (here !== '') history.replaceState(history.state, '', location.pathname);
  const before = sessionStorage.getItem(sharedKey) ?? '';
  const text = here === before ? here : [before, here].filter((one) => one !== '').join('\n\n');
  try {
    if (text !== before) sessionStorage.setItem(sharedKey, text);
  } catch {
    // No room: it is remembered until the page is closed.
  }
  return text;
}
