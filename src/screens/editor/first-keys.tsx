import { useState } from 'react';
import { type Draft, emptyDraft } from './draft.ts';
import styles from './note-editor.module.css';
import { PlainText } from './plain-text.tsx';
import type { Beginning } from './text-surface.ts';

/** Takes the first keys of a new note while the editor is still being loaded. */
export const FirstKeys = ({ onChange }: { readonly onChange: (draft: Draft) => void }) => {
  const [text, setText] = useState('');
  const type = (typed: string) => {
    setText(typed);
    onChange({ text: typed, anchor: typed.length, head: typed.length });
  };
  return (
    <div className={styles.pane}>
      <div className={styles.bar} />
      <div className={styles.scroller}>
        <div className={styles.sheet}>
          <div className={styles.text}>
            <PlainText body={text} readOnly={false} begin={atStart} onChange={type} onLeave={onChange} />
          </div>
        </div>
      </div>
    </div>
  );
};

const atStart = (): Beginning => ({ ...emptyDraft, focused: true });
