import { useMemo, useState } from 'react';
import { Link } from 'react-router-dom';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { BucketReport, Notebook, StorageReport } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { PageSection } from '#src/ui/page.tsx';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import { NoteFiles } from './note-files.tsx';
import styles from './storage.module.css';

interface NotesBySizeProps {
  readonly notes: BucketReport['notes'];
  readonly report: StorageReport;
  readonly notebook: Notebook;
  readonly home: AttachmentHome;
  readonly onRemoved: () => void;
}

/** How many rows are shown at first, and with each further wish: there may be thousands, and the largest come first. */
const atOnce = 50;

/** The notes with files in the bucket, the largest first. */
export const NotesBySize = ({ notes, report, notebook, home, onRemoved }: NotesBySizeProps) => {
  const { t, counted, locale } = useWords();
  const { notes: summaries } = useObservable(notebook.list);
  const known = useMemo(() => new Map(summaries.map((summary) => [summary.id, summary])), [summaries]);
  const [shown, setShown] = useState(atOnce);
  const [open, setOpen] = useState<string | null>(null);
  return (
    <PageSection title={t('By note')}>
      <ul className={styles.rows}>
        {notes.slice(0, shown).map(({ id, bytes, unknown }) => {
          const title = known.get(id)?.title;
          const isOpen = open === id;
          const name = title ?? t('A note that is being deleted');
          return (
            <li key={id} className={styles.row}>
              <div className={styles.head}>
                <span className={styles.name} dir="auto">
                  {title === undefined ? name : <Link to={`/notes/${id}`}>{title}</Link>}
                </span>
                <span className={styles.size}>
                  {bytes === 0 && unknown > 0 ? null : formatBytes(bytes, locale)}
                  {unknown === 0 ? null : (
                    <span className={styles.hint}>
                      {bytes === 0 ? null : ' '}
                      {counted(unknown, '1 file of unknown size', '{count} files of unknown size')}
                    </span>
                  )}
                </span>
                {title === undefined ? null : (
                  <Button
                    size="small"
                    variant="quiet"
                    aria-expanded={isOpen}
                    aria-label={t('Files of {note}', { note: title })}
                    onClick={() => setOpen(isOpen ? null : id)}
                  >
                    {t('Files')}
                  </Button>
                )}
              </div>
              {isOpen ? (
                <NoteFiles id={id} report={report} notebook={notebook} home={home} onRemoved={onRemoved} />
              ) : null}
            </li>
          );
        })}
      </ul>
      {notes.length > shown ? (
        <div>
          <Button onClick={() => setShown(shown + atOnce)}>{t('Show more notes')}</Button>
        </div>
      ) : null}
    </PageSection>
  );
};
