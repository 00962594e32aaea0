import { type ReactNode, useEffect, useRef } from 'react';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { isFocusLost } from '#src/ui/lost-focus.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import { type Draft, emptyDraft } from './draft.ts';
import styles from './note-editor.module.css';
import notices from './note-notices.module.css';
import { PlainText } from './plain-text.tsx';

interface SharedDraftProps {
  readonly notebook: Notebook;
  readonly text: string;
  readonly start: ReactNode;
  /** Told what the new note begins with, and, where somebody has written in it, where the caret stands, before `onDecided` takes this away. */
  readonly onDraft: (draft: Draft) => void;
  readonly onDecided: () => void;
}

/**
 * What another app or a page of the web has shared. It becomes a new note only when a person keeps it or writes in it: any page can open
 * the address that leads here.
 */
export const SharedDraft = ({ notebook, text, start, onDraft, onDecided }: SharedDraftProps) => {
  const { t, told } = useWords();
  const toasts = useToasts();
  const pane = useRef<HTMLElement>(null);
  const written = useRef(false);
  useDocumentTitle(`${t('Shared text')} · Satchel`);
  // Not into the text: whatever key is being pressed would keep it.
  useEffect(() => {
    if (isFocusLost()) pane.current?.focus({ preventScroll: true });
  }, []);

  const keep = (kept: string) => {
    onDraft({ text: kept, anchor: kept.length, head: kept.length });
    onDecided();
  };
  const write = (typed: string) => {
    written.current = true;
    keep(typed);
  };
  const discard = () => {
    onDraft(emptyDraft);
    onDecided();
    const putBack = async () => {
      const result = await notebook.write(notebook.newId(), { seen: '', text });
      if (!result.ok) toasts.show({ message: told(result.failure) });
    };
    toasts.show({ message: t('Shared text discarded'), action: { label: t('Undo'), onAct: () => void putBack() } });
  };

  return (
    <article ref={pane} tabIndex={-1} className={styles.pane} aria-label={t('Shared text')}>
      <div className={styles.bar}>{start}</div>
      <div className={styles.scroller}>
        <div className={styles.sheet}>
          <VisuallyHidden>
            <h2>{t('Shared text')}</h2>
          </VisuallyHidden>
          <div className={notices.notices}>
            <Notice
              tone="info"
              title={t('Not kept yet')}
              actions={
                <>
                  <Button onClick={() => keep(text)}>{t('Keep this note')}</Button>
                  <Button variant="quiet" onClick={discard}>
                    {t('Discard')}
                  </Button>
                </>
              }
            >
              {t('Another app or page has handed this text over. It becomes a note when you keep it or write in it.')}
            </Notice>
          </div>
          <div className={styles.text}>
            <PlainText
              body={text}
              readOnly={false}
              begin={() => null}
              onChange={write}
              onLeave={(last) => {
                if (written.current) onDraft(last);
              }}
            />
          </div>
        </div>
      </div>
    </article>
  );
};
