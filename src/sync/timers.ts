/** The clock and the timers that sync is handed, so that tests can have their own. */
export interface Timers {
  /** ms since 1970. */
  now(): number;
  /** Calls back once, `ms` from now. Returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}
