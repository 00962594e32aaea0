/** How one service lets pages of other origins in. */
export interface Cors {
  /** The answer to an OPTIONS request. `url`: the address on AWS. */
  preflight(request: Request, url: URL): Response;
  /** What the service adds to an answer so that the page may read it. */
  headers(request: Request, url: URL): Readonly<Record<string, string>>;
}
