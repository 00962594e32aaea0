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
  const settled = useDeferredValue(paper === undefined ? body : paper);
  const { text, rest } =
    typeof settled === 'string' ? { text: settled, rest: '' } : (settled ?? { text: '', rest: '' });
  const [wanted] = useState(() => markedTexts(parseQuery(typed, now())));
  const hits = useMemo(() => hitsIn(text, wanted), [text, wanted]);
  // Those that are not laid out are counted in the text as it is written, which is about right until they are.
  const beyond = useMemo(() => hitsIn(rest, wanted).length, [rest, wanted]);
  const all = hits.length + beyond;
  const [chosen, setChosen] = useState(0);
  const at = Math.min(chosen, Math.max(0, all - 1));

  useEffect(() => {
    surface?.highlight(hits, at);
    return () => surface?.highlight([], 0);
  }, [surface, hits, at]);
  // Once for each step: a note that is read is another text after each change.
  const [sought, setSought] = useState(true);
  const hit = hits[at];
  const isSettled = paper === undefined || paper === settled;
  useEffect(() => {
    if (surface === null || !sought || !isSettled || all === 0) return;
    if (hit === undefined) return paper?.more();
    surface.reveal(hit);
    setSought(false);
  }, [surface, paper, hit, sought, isSettled, all]);

  const go = (step: 1 | -1) => {
    if (all === 0) return;
    setChosen((at + step + all) % all);
    setSought(true);
  };
  useHitKeys(go);
  if (all === 0) return null;
  return (
    <search className={styles.bar} aria-label={t('Hits in this note')}>
      <span className={styles.count} aria-live="polite">
        {t('Hit {number} of {of}', { number: at + 1, of: all })}
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
