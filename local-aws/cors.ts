/** How one service lets pages of other origins in. */
export interface Cors {
  /** The answer to an OPTIONS request. */
  preflight(request: Request): Response;
  /** What the service adds to an answer so that the page may read it. */
  headers(request: Request): Readonly<Record<string, string>>;
}
