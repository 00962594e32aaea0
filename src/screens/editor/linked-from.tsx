import { useDeferredValue, useId, useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import { notesLinkingTo } from '#src/notes/note-links.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { Notebook } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
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
  const heading = useId();
  if (linking.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby={heading}>
      <h3 id={heading} className={styles.heading}>
        {t('Linked from')}
      </h3>
      <ul aria-labelledby={heading}>
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
    </section>
  );
};
