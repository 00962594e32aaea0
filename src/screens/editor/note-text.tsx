import { type RefObject, useLayoutEffect } from 'react';
import { textChange } from '#src/notes/text-change.ts';
import styles from './note-text.module.css';

interface NoteTextProps {
  readonly ref: RefObject<HTMLTextAreaElement | null>;
  readonly body: string;
  readonly readOnly: boolean;
  readonly autoFocus: boolean;
  readonly onChange: (body: string) => void;
}

/**
 * The text box "Note". What comes from elsewhere is put in as the one piece that differs, so that the browser keeps the caret and the
 * selection where they are in the text.
 */
export const NoteText = ({ ref, body, readOnly, autoFocus, onChange }: NoteTextProps) => {
  useLayoutEffect(() => {
    const area = ref.current;
    if (area === null) return;
    if (area.value !== body) {
      const change = textChange(area.value, body);
      area.setRangeText(change.insert, change.start, change.end, 'preserve');
    }
    fitHeight(area);
  }, [ref, body]);

  useLayoutEffect(() => {
    const area = ref.current;
    if (!autoFocus || area === null) return;
    area.focus({ preventScroll: true });
    area.setSelectionRange(area.value.length, area.value.length);
  }, [ref, autoFocus]);

  return (
    <textarea
      ref={ref}
      className={styles.text}
      aria-label="Note"
      placeholder="Write here. The first line is the title."
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
