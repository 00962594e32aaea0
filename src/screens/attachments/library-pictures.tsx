import { type ReactNode, useCallback, useState } from 'react';
import { Link, useLocation } from 'react-router-dom';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { Notebook } from '#src/services.ts';
import { EmptyState } from '#src/ui/empty-state.tsx';
import { ImageIcon } from '#src/ui/later-icons.tsx';
import { onDemand } from '#src/ui/lazy-part.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import galleryStyles from './gallery.module.css';
import styles from './library-pictures.module.css';
import { PictureGrid } from './picture-grid.tsx';
import { type SeenLibraries, seenOf } from './seen-pictures.ts';
import { type LibraryPicture, useLibraryPictures } from './use-library-pictures.ts';
import { useSaving } from './use-saving.ts';

const Gallery = onDemand(
  () => import('./gallery.tsx'),
  (part) => part.Gallery,
);

interface LibraryPicturesProps {
  readonly back: ReactNode;
  readonly notebook: Notebook;
  readonly home: AttachmentHome;
  /** ms */
  readonly clock: () => number;
  readonly seen: SeenLibraries;
}

/** What is open in the gallery: what has come since does not move it. */
interface Opened {
  readonly all: readonly LibraryPicture[];
  readonly start: LibraryPicture;
}

/** Every picture of every note, the last changed note's first. */
export const LibraryPictures = ({ back, notebook, home, clock, seen }: LibraryPicturesProps) => {
  const { t, counted } = useWords();
  useDocumentTitle(t('Pictures · Satchel'));
  const { key: visit } = useLocation();
  const kept = seenOf(seen, notebook);
  const { pictures, complete } = useLibraryPictures(notebook, home, clock, kept);
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useCallback((start: LibraryPicture) => setOpened({ all: pictures, start }), [pictures]);

  const save = useSaving(notebook.files);
  const noteLink = (at: number) => {
    const note = opened?.all[at]?.note;
    if (note === undefined) return null;
    const title = note.title === untitled ? t(untitled) : note.title;
    return (
      <Link
        className={galleryStyles.note}
        to={`/notes/${note.id}`}
        // In the place of the open gallery (useBackToClose).
        replace
        aria-label={t('Open note {title}', { title })}
      >
        {title}
      </Link>
    );
  };
  return (
    <main id="main" tabIndex={-1} className={styles.page}>
      <header className={styles.head}>
        {back}
        <h1 className={styles.title}>{t('Pictures')}</h1>
        <p className={styles.count} role="status">
          {complete ? (
            counted(pictures.length, '1 picture', '{count} pictures')
          ) : (
            <>
              <Spinner />
              <VisuallyHidden>{t('Still reading')}</VisuallyHidden>
            </>
          )}
        </p>
      </header>
      {pictures.length > 0 ? (
        <PictureGrid
          files={notebook.files}
          pictures={pictures}
          start={kept.places.get(visit)}
          onPlace={(place) => kept.places.set(visit, place)}
          onOpen={open}
        />
      ) : complete ? (
        <div className={styles.empty}>
          <EmptyState icon={<ImageIcon size={26} />} title={t('No pictures yet')}>
            {t('The pictures that are attached to your notes are all shown here.')}
          </EmptyState>
        </div>
      ) : null}
      {opened === null ? null : (
        <Gallery
          files={notebook.files}
          items={opened.all}
          start={opened.start}
          under={noteLink}
          onDownload={(item) => void save(item)}
          onClose={() => setOpened(null)}
        />
      )}
    </main>
  );
};
