import type { Draft } from './draft.ts';

/** A part of the note's text: offsets in UTF-16 units, `to` exclusive. */
export interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** The text of the open note, as others may act on it. */
export interface TextSurface {
  /** Brings a part into sight. */
  reveal(range: TextRange): void;
  /** Marks parts of the text, and one of them as the one that is looked at; `chosen` is its index. */
  highlight(ranges: readonly TextRange[], chosen: number): void;
  /** Gives what was typed and has not been told yet to `onChange`. */
  handOver(): void;
  focus(): void;
  /**
   * Where links of files go, as an offset in the text: at a point of the window (CSS pixels), or where the caret is; null where there is
   * no text at the point, or nobody has put the caret anywhere: at the beginning, without the focus. What is selected goes, as it does
   * when anything is pasted, where the text has the focus. Links that come there are taken for a step of whoever writes here.
   */
  place(point: { readonly x: number; readonly y: number } | null): number | null;
}

/** What every form of the text box "Note" is given. */
export interface NoteTextProps {
  readonly body: string;
  readonly readOnly: boolean;
  /** What a text box before it held when it went; null where there was none. */
  readonly begin: () => Beginning | null;
  readonly onChange: (body: string) => void;
  /** The text has changed, and `onChange` will be told of it later. */
  readonly onTyping: () => void;
}

/** What was in a text box, and whether it had the focus. */
export interface Beginning extends Draft {
  readonly focused: boolean;
}
