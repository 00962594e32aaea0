/** The part of XMLHttpRequest's prototype that is replaced. */
interface Opens {
  open(method: string, url: string | URL, ...rest: readonly unknown[]): void;
}

/** Sends all requests of this page's XMLHttpRequests to where `locate` says. Returns the way to undo it. */
export function redirectRequests(prototype: Opens, locate: (address: string) => string): () => void {
  const { open } = prototype;
  prototype.open = function (this: Opens, method, url, ...rest) {
    // Called without the third argument the request is asynchronous, with an undefined one it is not.
    open.call(this, method, locate(String(url)), ...(rest.length === 0 ? [true] : rest));
  };
  return () => {
    prototype.open = open;
  };
}
