/** A part of a text: offsets in UTF-16 units, `to` exclusive. */
interface TextRange {
  readonly from: number;
  readonly to: number;
}

/** What of a note is not laid out yet. */
export interface Beyond {
  /** As it is written; '': all of the note is laid out. */
  readonly rest: string;
  /** Lays out more, which makes another text of it. */
  more(): void;
}

/** The text of a note as it reads, in which parts can be marked. */
export interface PaperText extends Beyond {
  /** The words on the page, blocks parted by line feeds. */
  readonly text: string;
  /** Brings a part into sight. */
  reveal(range: TextRange): void;
  /** Marks parts of the text, and one of them as the one that is looked at; `chosen` is its index. */
  highlight(ranges: readonly TextRange[], chosen: number): void;
}

/** A piece of the text; `at`: where it begins in the whole. */
interface Piece {
  readonly at: number;
  readonly node: Text;
}

const blocks = 'p, li, h1, h2, h3, h4, h5, h6, pre, td, th, blockquote';

/** What marks the hits (CSS Custom Highlight API), as `read-view.module.css` names it. A browser without it shows them unmarked. */
const markNames = ['satchel-hit', 'satchel-chosen-hit'] as const;

/** The text of an element as it is now: made anew when the element has been laid out anew. */
export const paperText = (paper: HTMLElement, beyond: Beyond): PaperText => {
  const pieces: Piece[] = [];
  let text = '';
  let block: Element | null = null;
  const walker = document.createTreeWalker(paper, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    const within = node.parentElement?.closest(blocks) ?? null;
    if (within !== block && text !== '') text += '\n';
    block = within;
    pieces.push({ at: text.length, node });
    text += node.data;
  }

  /** The piece that the letter at an offset is in. */
  const pieceAt = (offset: number): Piece | undefined => {
    let low = 0;
    let high = pieces.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((pieces[middle]?.at ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return pieces[low - 1];
  };
  const onPage = ({ from, to }: TextRange): Range | null => {
    const [first, last] = [pieceAt(from), pieceAt(to - 1)];
    if (first === undefined || last === undefined) return null;
    const range = document.createRange();
    range.setStart(first.node, Math.min(from - first.at, first.node.length));
    range.setEnd(last.node, Math.min(to - last.at, last.node.length));
    return range;
  };

  return {
    ...beyond,
    text,
    reveal: ({ from }) => pieceAt(from)?.node.parentElement?.scrollIntoView({ block: 'center' }),
    highlight(ranges, chosen) {
      if (typeof CSS === 'undefined' || !('highlights' in CSS)) return;
      const marked = [ranges.filter((_, index) => index !== chosen), ranges.slice(chosen, chosen + 1)];
      for (const [index, name] of markNames.entries()) {
        const found = (marked[index] ?? []).map(onPage).filter((range) => range !== null);
        if (found.length === 0) CSS.highlights.delete(name);
        else CSS.highlights.set(name, new Highlight(...found));
      }
    },
  };
};
