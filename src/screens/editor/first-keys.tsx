import { useRef, useState } from 'react';
import styles from './note-editor.module.css';
import { NoteText } from './note-text.tsx';

/** Takes the first keys of a new note while the editor is still being loaded. */
export const FirstKeys = ({ onChange }: { readonly onChange: (text: string) => void }) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState('');
  const type = (typed: string) => {
    setText(typed);
    onChange(typed);
  };
  return (
    <div className={styles.pane}>
      <div className={styles.bar} />
      <div className={styles.scroller}>
        <div className={styles.sheet}>
          <div className={styles.text}>
            <NoteText ref={area} body={text} readOnly={false} autoFocus onChange={type} />
          </div>
        </div>
      </div>
    </div>
  );
};
