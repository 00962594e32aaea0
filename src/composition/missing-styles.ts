/**
 * What imports a part of the app asks for its style sheet once, and takes it for there the next time even where it could not be loaded.
 * So each of those is asked for again when the network is back or the page is looked at, until it is there.
 */
export function askAgainForStyles(page: EventTarget & { readonly document: EventTarget }): void {
  const again = (sheet: HTMLLinkElement) => {
    const stop = new AbortController();
    const ask = () => {
      stop.abort();
      sheet.setAttribute('href', sheet.href);
    };
    page.addEventListener('online', ask, { signal: stop.signal });
    page.addEventListener('focus', ask, { signal: stop.signal });
  };
  page.document.addEventListener(
    'error',
    ({ target }) => void (target instanceof HTMLLinkElement && again(target)),
    true,
  );
}
