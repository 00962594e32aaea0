import { useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { type Draft, emptyDraft } from './draft.ts';
import styles from './note-editor.module.css';
import { NoteText } from './note-text.tsx';

/** Takes the first keys of a new note while the editor is still being loaded. */
export const FirstKeys = ({ onChange }: { readonly onChange: (draft: Draft) => void }) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const type = (typed: string) => {
    setText(typed);
    onChange({ text: typed, anchor: typed.length, head: typed.length });
  };
  const handOver = useEffectEvent((last: HTMLTextAreaElement) => onChange(draftIn(last)));
  // As late as can be: somebody may have selected all, and be about to type over it.
  useLayoutEffect(() => {
    const last = area.current;
    return () => {
      if (last !== null) handOver(last);
    };
  }, []);
  return (
    <div className={styles.pane}>
      <div className={styles.bar} />
      <div className={styles.scroller}>
        <div className={styles.sheet}>
          <div className={styles.text}>
            <NoteText ref={area} body={text} readOnly={false} focus={atStart} onChange={type} />
          </div>
        </div>
      </div>
    </div>
  );
};

const atStart = () => emptyDraft;

const draftIn = ({ value, selectionStart, selectionEnd, selectionDirection }: HTMLTextAreaElement): Draft =>
  selectionDirection === 'backward'
    ? { text: value, anchor: selectionEnd, head: selectionStart }
    : { text: value, anchor: selectionStart, head: selectionEnd };
