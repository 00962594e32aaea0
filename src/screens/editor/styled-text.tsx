import { type Ref, useContext, useEffectEvent, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { useWords } from '#src/words/use-words.ts';
import { type CodeSurface, createCodeSurface } from './code-surface.ts';
import { EditorNeedsContext } from './editor-needs.ts';
import styles from './note-text.module.css';
import type { NoteTextProps, TextSurface } from './text-surface.ts';

/** The text box "Note" with its Markdown styled as it stands: CodeMirror in a shadow root, whose styles the page's policy lets in. */
export const StyledText = ({
  body,
  readOnly,
  begin,
  onChange,
  onTyping,
  ref,
}: NoteTextProps & { readonly ref?: Ref<TextSurface> }) => {
  const words = useWords();
  const needs = useContext(EditorNeedsContext);
  const host = useRef<HTMLDivElement>(null);
  const surface = useRef<CodeSurface | null>(null);
  const change = useEffectEvent((text: string) => onChange(text));
  const typing = useEffectEvent(() => onTyping());
  const create = useEffectEvent((element: HTMLElement) => {
    const { t, counted } = words;
    const created = createCodeSurface({
      host: element,
      label: t('Note'),
      placeholder: t('Write here. The first line is the title.'),
      hidden: (letters) => counted(letters, 'Show more: 1 letter', 'Show more: {count} letters'),
      body,
      readOnly,
      begin: begin(),
      onChange: change,
      onTyping: typing,
    });
    // What styles and completes comes behind it, so that keys are taken at once. Without it the text is plain.
    import('./markdown-features.ts').then(
      ({ markdownFeatures }) => created.add((text) => markdownFeatures(text, needs, words)),
      () => undefined,
    );
    return created;
  });
  useLayoutEffect(() => {
    if (host.current === null) return;
    const created = create(host.current);
    surface.current = created;
    return () => {
      surface.current = null;
      created.destroy();
    };
  }, []);
  useLayoutEffect(() => surface.current?.show(body, readOnly), [body, readOnly]);
  useImperativeHandle<TextSurface | null, TextSurface | null>(ref, () => surface.current, []);
  return <div ref={host} className={styles.host} data-styled />;
};
