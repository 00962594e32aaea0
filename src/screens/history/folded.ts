import type { DiffPiece } from '#src/notes/text-diff.ts';

/** Pieces to show as they are, or lines that both texts have and that nobody needs to see at first. */
export type Fold =
  | { readonly kind: 'shown'; readonly pieces: readonly DiffPiece[] }
  | { readonly kind: 'hidden'; readonly text: string; readonly lines: number };

/** Lines that stay in sight on either side of a difference. */
const context = 3;
/** Fewer are not worth a button. */
const fewest = 4;

/** Folds away the long stretches that are the same in both texts. */
export const folded = (pieces: readonly DiffPiece[]): readonly Fold[] => {
  const folds: Fold[] = [];
  let shown: DiffPiece[] = [];
  const show = (text: string) => {
    if (text !== '') shown.push({ kind: 'same', text });
  };
  for (const [index, piece] of pieces.entries()) {
    const lines = piece.text.match(/[^\n]*\n|[^\n]+/g) ?? [];
    const head = index === 0 ? 0 : context;
    const tail = index === pieces.length - 1 ? 0 : context;
    const hidden = lines.slice(head, lines.length - tail);
    if (piece.kind !== 'same' || pieces.length === 1 || hidden.length < fewest) {
      shown.push(piece);
      continue;
    }
    show(lines.slice(0, head).join(''));
    if (shown.length > 0) folds.push({ kind: 'shown', pieces: shown });
    folds.push({ kind: 'hidden', text: hidden.join(''), lines: hidden.length });
    shown = [];
    show(lines.slice(lines.length - tail).join(''));
  }
  if (shown.length > 0) folds.push({ kind: 'shown', pieces: shown });
  return folds;
};
