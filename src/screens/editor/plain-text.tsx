import { type Ref, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { textChange } from '#src/notes/text-change.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './note-text.module.css';
import type { Beginning, NoteTextProps, TextSurface } from './text-surface.ts';

interface PlainTextProps extends Omit<NoteTextProps, 'onTyping'> {
  /** Told when it goes. */
  readonly onLeave?: (last: Beginning) => void;
  readonly ref?: Ref<TextSurface>;
}

/**
 * The text box "Note" as a plain one: while the editor is being loaded, and where it cannot be had. What comes from elsewhere is put in
 * as the one piece that differs, so that the browser keeps the caret and the selection where they are in the text.
 */
export const PlainText = ({ body, readOnly, begin, onChange, onLeave, ref }: PlainTextProps) => {
  const { t } = useWords();
  const element = useRef<HTMLTextAreaElement>(null);
  useLayoutEffect(() => {
    const area = element.current;
    if (area === null) return;
    if (area.value !== body) {
      const change = textChange(area.value, body);
      area.setRangeText(change.insert, change.start, change.end, 'preserve');
    }
    fitHeight(area);
  }, [body]);

  const enter = useEffectEvent((area: HTMLTextAreaElement) => {
    const before = begin();
    if (before === null) return;
    if (before.focused) area.focus({ preventScroll: true });
    const { anchor, head } = before;
    area.setSelectionRange(Math.min(anchor, head), Math.max(anchor, head), head < anchor ? 'backward' : 'forward');
  });
  const leave = useEffectEvent((area: HTMLTextAreaElement, focused: boolean) => onLeave?.(lastOf(area, focused)));
  useLayoutEffect(() => {
    const area = element.current;
    if (area === null) return;
    enter(area);
    // As late as can be: somebody may have selected all, and be about to type over it. By then the element has lost the focus.
    let focused = document.activeElement === area;
    const onFocus = () => {
      focused = true;
    };
    const onBlur = () => {
      focused = !area.isConnected;
    };
    area.addEventListener('focus', onFocus);
    area.addEventListener('blur', onBlur);
    return () => leave(area, focused);
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      reveal: ({ from, to }) => element.current?.setSelectionRange(from, to),
      // A plain text box has no way to mark a part of its text.
      highlight: () => {},
      handOver: () => {},
      focus: () => element.current?.focus({ preventScroll: true }),
      // Nor a way to tell what stands at a point.
      place: (point) =>
        element.current?.selectionEnd || (point !== null || document.activeElement === element.current ? 0 : null),
    }),
    [],
  );

  return (
    <textarea
      ref={element}
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

const lastOf = (area: HTMLTextAreaElement, focused: boolean): Beginning => {
  const { value: text, selectionStart, selectionEnd, selectionDirection } = area;
  return selectionDirection === 'backward'
    ? { text, anchor: selectionEnd, head: selectionStart, focused }
    : { text, anchor: selectionStart, head: selectionEnd, focused };
};

/** As high as its text, where the browser does not do that by itself (`field-sizing: content`). */
const fitHeight = (area: HTMLTextAreaElement): void => {
  if (typeof CSS !== 'undefined' && CSS.supports('field-sizing', 'content')) return;
  area.style.height = 'auto';
  area.style.height = `${area.scrollHeight}px`;
};
