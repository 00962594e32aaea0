/** What the page asks of the worker that makes thumbnails. `number`: the answer comes under it. */
export interface ThumbnailAsked {
  readonly number: number;
  /** With its type, and of a size that can be unpacked. */
  readonly picture: Blob;
}

export interface ThumbnailAnswer {
  readonly number: number;
  /** null: the bytes are no picture that can be shown. `not now`: they could not be read. */
  readonly made: MadeThumbnail | null | 'not now';
}

/** A small picture. */
export interface MadeThumbnail {
  readonly blob: Blob;
  /** The original's, as it is shown, in px. */
  readonly width: number;
  readonly height: number;
}
