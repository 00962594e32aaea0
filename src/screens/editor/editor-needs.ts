import { createContext } from 'react';

/** What the editor asks of the app around it while one writes. */
export interface EditorNeeds {
  /** Titles of the notes that a link may lead to, the last changed first. */
  readonly titles: () => readonly string[];
  /** The tags in use, the commonest first. */
  readonly tags: () => Promise<readonly string[]>;
  /** Opens the note that a `[[Title]]` means. */
  readonly onOpenTitle: (title: string) => void;
  /**
   * A blob address of the picture that an attachment's reference names, or null where it is none or cannot be had. It is good until
   * `release` is called.
   */
  readonly picture: (reference: string) => Promise<{ readonly address: string; readonly release: () => void } | null>;
  /** Shows that picture large. */
  readonly onOpenPicture: (reference: string) => void;
  /**
   * Puts a sign in the place of a picture that `picture` has just not had, if it may come yet, and calls `again` once it has: then the sign
   * is gone. Returns the way to take it away before that.
   */
  readonly noPicture: (reference: string, put: (sign: HTMLElement) => void, again: () => void) => () => void;
}

export const EditorNeedsContext = createContext<EditorNeeds>({
  titles: () => [],
  tags: async () => [],
  onOpenTitle: () => {},
  picture: async () => null,
  onOpenPicture: () => {},
  noPicture: () => () => {},
});
