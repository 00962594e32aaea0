import { type ReactNode, useDeferredValue, useMemo, useState } from 'react';
import { bodyOf } from '#src/notes/note-document.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { titleOf } from '#src/notes/title.ts';
import type { Notebook } from '#src/services.ts';
import { HistoryIcon, RestoreIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { CopyText } from '#src/ui/copy-text.tsx';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { Page } from '#src/ui/page.tsx';
import { Skeleton } from '#src/ui/skeleton.tsx';
import { createTimeFormat } from '#src/ui/time-format.ts';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';
import { Comparison } from './comparison.tsx';
import styles from './history.module.css';
import { useNoteHistory } from './use-note-history.ts';
import { useRestore } from './use-restore.ts';
import { VersionList } from './version-list.tsx';

interface HistoryScreenProps {
  readonly back: ReactNode;
  readonly notebook: Notebook;
  readonly id: NoteId;
}

/** The texts that a note had before on this device, each beside what it says now. */
export const HistoryScreen = ({ back, notebook, id }: HistoryScreenProps) => {
  const { t, locale } = useWords();
  const history = useNoteHistory(notebook, id);
  const restore = useRestore(notebook, id);
  const time = useMemo(() => createTimeFormat(locale), [locale]);
  const [wanted, setWanted] = useState<number | null>(null);
  const versions = history?.versions ?? [];
  const chosen = versions.find((version) => version.id === wanted) ?? versions[0];
  // What is looked at stays when newer versions come.
  if (chosen !== undefined && chosen.id !== wanted) setWanted(chosen.id);
  // Comparing long texts takes a moment, in which the list goes on.
  const compared = useDeferredValue(chosen);

  const present = history?.present ?? null;
  const title = titleOf(present ?? chosen?.text ?? '');
  useDocumentTitle(t('History of {title} · Satchel', { title }));

  return (
    <Page title={t('History')} back={back} wide>
      {history === null ? <Skeleton width="60%" /> : null}
      {history !== null && chosen === undefined ? (
        <EmptyState icon={<HistoryIcon size={26} />} title={t('No earlier versions yet')}>
          {t(
            'When you write in this note, or another device changes it, what it said before is kept here, on this device.',
          )}
        </EmptyState>
      ) : null}
      {chosen === undefined || compared === undefined ? null : (
        <>
          <p className={styles.note} dir="auto">
            {title}
          </p>
          <div className={styles.columns}>
            <VersionList versions={versions} chosen={chosen} time={time} onChoose={({ id: one }) => setWanted(one)} />
            <section className={styles.compared} aria-label={t('Compared with the note as it is now')}>
              <div className={styles.actions}>
                <Button variant="primary" onClick={() => void restore(chosen.text, present)}>
                  <RestoreIcon size={18} />
                  {t('Restore this version')}
                </Button>
                <CopyText text={bodyOf(chosen.text)} />
              </div>
              {present === null ? (
                <p className={styles.about}>{t('The note is gone. Restoring it brings it back.')}</p>
              ) : null}
              <Comparison key={compared.id} older={compared.text} present={present ?? compared.text} />
            </section>
          </div>
        </>
      )}
    </Page>
  );
};
