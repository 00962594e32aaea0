/** What the page asks of the worker that hashes. `number`: the answer comes under it. */
export interface HashAsked {
  readonly number: number;
  readonly bytes: Blob;
}

export interface HashAnswer {
  readonly number: number;
  /** base64; null: the bytes could not be read. */
  readonly sha256: string | null;
}
