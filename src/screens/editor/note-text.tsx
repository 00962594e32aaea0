import { type RefObject, useEffectEvent, useLayoutEffect } from 'react';
import { textChange } from '#src/notes/text-change.ts';
import { useWords } from '#src/words/use-words.ts';
import type { Draft } from './draft.ts';
import styles from './note-text.module.css';

interface NoteTextProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly body: string;
  readonly readOnly: boolean;
  /** Where a text box that takes the focus as it appears has its selection; null where it leaves the focus alone. */
  readonly focus: (() => Pick<Draft, 'anchor' | 'head'>) | null;
  readonly onChange: (body: string) => void;
}

/**
 * The text box "Note". What comes from elsewhere is put in as the one piece that differs, so that the browser keeps the caret and the
 * selection where they are in the text.
 */
export const NoteText = ({ ref, body, readOnly, focus, onChange }: NoteTextProps) => {
  const { t } = useWords();
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    if (area.value !== body) {
      const change = textChange(area.value, body);
      area.setRangeText(change.insert, change.start, change.end, 'preserve');
    }
    fitHeight(area);
  }, [ref, body]);

  const focuses = focus !== null;
  const select = useEffectEvent((area: HTMLTextAreaElement) => {
    if (focus === null) return;
    const { anchor, head } = focus();
    area.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward');
  });
  useLayoutEffect(() => {
    const area = ref.current;
    if (!focuses || area === null) return;
    area.focus({ preventScroll: true });
    select(area);
  }, [ref, focuses]);

  return (
    <textarea
      ref={ref}
      className={styles.text}
      aria-label={t('Note')}
      placeholder={t('Write here. The first line is the title.')}
      dir="auto"
      spellCheck
      autoCapitalize="sentences"
      readOnly={readOnly}
      defaultValue={body}
      onChange={(event) => onChange(event.target.value)}
    />
  );
};

/** As high as its text, where the browser does not do that by itself (`field-sizing: content`). */
const fitHeight = (area: HTMLTextAreaElement): void => {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
};
