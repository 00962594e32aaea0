import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { restoreFromTrash } from '#src/notes/note-document.ts';
import type { Notebook, Snapshot } from '#src/services.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { CheckIcon } from '#src/ui/icons.tsx';
import { keepAsking } from '#src/ui/keep-asking.ts';
import { Page } from '#src/ui/page.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';
import { GoneNote } from './gone-note.tsx';
import styles from './history.module.css';

interface GoneScreenProps {
  readonly back: ReactNode;
  readonly notebook: Notebook;
}

/** Notes that went from AWS without anybody deleting them on this device, by their last text. */
export const GoneScreen = ({ back, notebook }: GoneScreenProps) => {
  const { t, told, locale } = useWords();
  useDocumentTitle(t('Notes removed elsewhere · Satchel'));
  const [notes, setNotes] = useState<readonly Snapshot[] | null>(null);
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const toasts = useToasts();
  const navigate = useNavigate();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => keepAsking(() => notebook.goneNotes(), setNotes, [notebook.list]), [notebook]);

  const bringBack = async ({ noteId, text }: Snapshot) => {
    const result = await notebook.restore(noteId, restoreFromTrash(text));
    if (!result.ok) return toasts.show({ message: told(result.failure) });
    // The row goes, and with it the button that the focus is on.
    list.current?.focus({ preventScroll: true });
    toasts.show({
      message: t('The note is back'),
      action: { label: t('Open'), onAct: () => void navigate(`/notes/${noteId}`) },
    });
  };

  return (
    <Page title={t('Notes removed elsewhere')} back={back}>
      <p className={styles.about}>
        {t(
          'Another device deleted these for ever, or they went from your AWS account in another way. This device still has their last text.',
        )}
      </p>
      <div ref={list} tabIndex={-1}>
        {notes === null ? <Skeleton width="60%" /> : null}
        {notes?.length === 0 ? (
          <EmptyState icon={<CheckIcon size={26} />} title={t('None is missing')}>
            {t('No note has gone from AWS that this device still remembers.')}
          </EmptyState>
        ) : null}
        <ul className={styles.gone}>
          {notes?.map((note) => (
            <GoneNote key={note.id} note={note} time={time} onBringBack={() => void bringBack(note)} />
          ))}
        </ul>
      </div>
    </Page>
  );
};
