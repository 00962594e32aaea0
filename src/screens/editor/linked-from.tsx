import { useDeferredValue, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { notesLinkingTo } from '#src/notes/note-links.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Panel } from '#src/ui/panel.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import styles from './linked-from.module.css';

interface LinkedFromProps {
  readonly notebook: Notebook;
  readonly id: NoteId;
  /** The query of the library's address, kept from note to note. */
  readonly listSearch: string;
}

/** So many at first, and with each further wish. */
const atOnce = 20;

/** Under a note: the other notes that link to it by its title. */
export const LinkedFrom = ({ notebook, id, listSearch }: LinkedFromProps) => {
  const { t } = useWords();
  const { notes } = useObservable(notebook.list);
  const settled = useDeferredValue(notes);
  const linking = useMemo(() => notesLinkingTo(settled, id), [settled, id]);
  const [most, setMost] = useState(atOnce);
  if (linking.length === 0) return null;
  return (
    <Panel title={t('Linked from')}>
      <div className={styles.links}>
        <ul aria-label={t('Linked from')}>
          {linking.slice(0, most).map((note) => (
            <li key={note.id}>
              <Link className={styles.link} to={{ pathname: `/notes/${note.id}`, search: listSearch }} dir="auto">
                {note.title === untitled ? t(untitled) : note.title}
              </Link>
            </li>
          ))}
        </ul>
        {linking.length > most ? (
          <Button variant="quiet" size="small" onClick={() => setMost(most + atOnce)}>
            {t('Show more notes')}
          </Button>
        ) : null}
      </div>
    </Panel>
  );
};
