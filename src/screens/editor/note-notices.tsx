import type { ReactNode, RefObject } from 'react';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { accessory } from '#src/ui/lazy-part.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './note-notices.module.css';
import type { OpenNote, OpenNoteState } from './open-note.ts';
import type { SaveState } from './save-state.ts';
import type { TextSurface } from './text-surface.ts';
import { useChoosing } from './use-choosing.ts';
import type { NoteActions } from './use-note-actions.ts';

// Few notes ever have a clash.
const ConflictBanner = accessory(
  () => import('./conflict-banner.tsx'),
  (part) => part.ConflictBanner,
);

interface NoteNoticesProps {
  readonly note: Extract<OpenNoteState, { phase: 'open' }>;
  readonly save: SaveState;
  readonly trashed: boolean;
  /** Its text has a clash that nobody has decided. */
  readonly clashing: boolean;
  readonly actions: NoteActions;
  readonly open: OpenNote;
  readonly box: RefObject<TextSurface | null>;
  /** Has the focus when a notice goes that had it. */
  readonly pane: RefObject<HTMLElement | null>;
  /** Keeps the text of a note that is gone, as a new note. */
  readonly onKeep: () => void;
}

/** What stands over the text where something is the matter with the note. */
export const NoteNotices = ({ note, save, trashed, clashing, actions, open, box, pane, onKeep }: NoteNoticesProps) => {
  const { t, told } = useWords();
  const choose = useChoosing(open, box, pane);
  const restore = () => {
    pane.current?.focus({ preventScroll: true });
    actions.restore();
  };
  const notices: ReactNode[] = [];
  if (save.kind === 'failed' && save.reason !== null) {
    const onDevice = note.written === 'yes';
    notices.push(
      <Notice
        key="failed"
        tone="danger"
        title={onDevice ? t('Not sent to AWS') : t('Not saved')}
        details={save.details ?? undefined}
        actions={
          <>
            {onDevice ? null : <Button onClick={open.retry}>{t('Try again')}</Button>}
            <CopyText text={note.body} />
          </>
        }
      >
        {told(save.reason)}{' '}
        {onDevice ? t('The text is safe on this device.') : t('The text is still here; keep this page open.')}
      </Notice>,
    );
  }
  if (note.gone) {
    notices.push(
      <Notice
        key="gone"
        tone="warning"
        title={t('This note was deleted elsewhere')}
        actions={
          <>
            <Button onClick={onKeep}>{t('Keep it as a new note')}</Button>
            <CopyText text={note.body} />
          </>
        }
      >
        {t('What you see is the last text that this device had of it.')}
      </Notice>,
    );
  } else if (trashed) {
    notices.push(
      <Notice
        key="trash"
        tone="info"
        actions={
          <>
            <Button onClick={restore}>{t('Restore')}</Button>
            <Button variant="quiet" onClick={actions.deleteForEver}>
              {t('Delete for ever')}
            </Button>
          </>
        }
      >
        {t('This note is in the trash. Restore it to go on writing.')}
      </Notice>,
    );
  } else {
    notices.push(clashing ? <ConflictBanner key="conflict" body={note.body} onChoose={choose} /> : null);
  }
  return <div className={styles.notices}>{notices}</div>;
};
