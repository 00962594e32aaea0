import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import { hitsIn } from '#src/notes/search-hits.ts';
import { markedTexts, parseQuery } from '#src/notes/search-query.ts';
import type { TextSurface } from '#src/screens/editor/text-surface.ts';
import type { PaperText } from '#src/screens/reading/paper-text.ts';
import { DownIcon, UpIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './note-hits.module.css';
import { useHitKeys } from './use-hit-keys.ts';

interface NoteHitsProps {
  /** What was searched for in the list, as it was typed. */
  readonly typed: string;
  /** The text as it is in the editor. */
  readonly body: string;
  /** null: the editor is not there yet. */
  readonly surface: TextSurface | null;
  /** The text as it reads, where it is shown so; null: it is not there yet. */
  readonly paper: PaperText | null | undefined;
  readonly now: () => number;
}

/** Marks in the open note what was searched for in the list, and leads from hit to hit. */
export const NoteHits = ({ typed, body, surface: editor, paper, now }: NoteHitsProps) => {
  const { t } = useWords();
  const surface = paper === undefined ? editor : paper;
  const settled = useDeferredValue(paper === undefined ? body : (paper?.text ?? ''));
  const [wanted] = useState(() => markedTexts(parseQuery(typed, now())));
  const hits = useMemo(() => hitsIn(settled, wanted), [settled, wanted]);
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, hits.length - 1));

  useEffect(() => {
    surface?.highlight(hits, at);
    return () => surface?.highlight([], 0);
  }, [surface, hits, at]);
  const first = hits[0];
  // Once: a note that is read is another text after each change.
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (surface === null || first === undefined || shown) return;
    surface.reveal(first);
    setShown(true);
  }, [surface, first, shown]);

  const go = (step: 1 | -1) => {
    if (hits.length === 0) return;
    const next = (at + step + hits.length) % hits.length;
    setChosen(next);
    const hit = hits[next];
    if (hit !== undefined) surface?.reveal(hit);
  };
  useHitKeys(go);
  if (hits.length === 0) return null;
  return (
    <search className={styles.bar} aria-label={t('Hits in this note')}>
      <span className={styles.count} aria-live="polite">
        {t('Hit {number} of {of}', { number: at + 1, of: hits.length })}
      </span>
      <IconButton
        label={t('Previous hit')}
        aria-keyshortcuts="Shift+F3"
        icon={<UpIcon size={18} />}
        onClick={() => go(-1)}
      />
      <IconButton label={t('Next hit')} aria-keyshortcuts="F3" icon={<DownIcon size={18} />} onClick={() => go(1)} />
    </search>
  );
};
