import { useEffect, useMemo, useState } from 'react';
import { createBreather } from '#src/ui/breather.ts';
import { countWords } from './count-words.ts';

/** Letters that are counted in a few milliseconds. */
const stretch = 20_000;

/** How many words a text has. A long one is counted a stretch at a time, so that the page never waits for it; null until that is done. */
export const useWordCount = (text: string): number | null => {
  const short = useMemo(() => (text.length <= stretch ? countWords(text) : null), [text]);
  const [counted, setCounted] = useState<number | null>(null);
  useEffect(() => {
    if (text.length <= stretch) return;
    let current = true;
    const count = async () => {
      const breathe = createBreather(() => performance.now());
      let words = 0;
      for (const piece of pieces(text)) {
        words += countWords(piece);
        await breathe();
        if (!current) return;
      }
      setCounted(words);
    };
    void count();
    return () => {
      current = false;
    };
  }, [text]);
  // A text that grows keeps its old count until the new one is there.
  return short ?? counted;
};

/** Pieces of a text that begin and end between words; a word longer than a piece is cut. */
function* pieces(text: string): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const most = text.slice(from, from + 2 * stretch);
    const border = most.length > stretch ? most.slice(stretch).search(/\s/) : -1;
    const to = border < 0 ? from + most.length : from + stretch + border;
    yield text.slice(from, to);
    from = to;
  }
}
