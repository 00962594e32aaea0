/**
 * What imports a part of the app asks for its style sheet once, and takes it for there the next time even where it could not be loaded.
 * So each of those is asked for again whenever the network is back, until it is there.
 */
export function askAgainForStyles(page: Window & typeof globalThis): void {
  const again = ({ target }: Event) => {
    if (!(target instanceof HTMLLinkElement)) return;
    page.addEventListener('online', () => target.replaceWith(target.cloneNode()), { once: true });
  };
  page.document.addEventListener('error', again, true);
}
