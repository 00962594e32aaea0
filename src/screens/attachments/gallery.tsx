import { type ReactNode, useEffect, useId, useState } from 'react';
import type { NotebookFiles } from '#src/services.ts';
import { useBackToClose } from '#src/ui/use-back-to-close.ts';
import { useModal } from '#src/ui/use-modal.ts';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './gallery.module.css';
import { GalleryPicture } from './gallery-picture.tsx';
import { TurningButtons, ViewingButtons, viewingKeys } from './viewing.tsx';

interface GalleryProps {
  readonly files: Pick<NotebookFiles, 'picture' | 'find' | 'arrival'>;
  /** At least one. */
  readonly items: readonly AttachmentItem[];
  /** The first that is shown. */
  readonly start: AttachmentItem;
  /** Stands under the name of the picture in this place of `items`. */
  readonly under?: (at: number) => ReactNode;
  readonly onDownload: (item: AttachmentItem) => void;
  readonly onClose: () => void;
}

/** How large a picture is, where 1 has it fill the window. */
const zooms = [1, 1.5, 2, 3, 4, 6, 8] as const;

/** The pictures of a note one by one, as large as the window, or larger. */
export const Gallery = ({ files, items, start, under, onDownload, onClose }: GalleryProps) => {
  const { t } = useWords();
  const dialog = useModal(onClose);
  useBackToClose(onClose);
  const title = useId();
  const [at, setAt] = useState(Math.max(0, items.indexOf(start)));
  const [zoom, setZoom] = useState(0);
  const item = items[Math.min(at, items.length - 1)] ?? start;
  const next = items[at + 1];

  // The next one is there when it is asked for.
  useEffect(() => {
    if (next !== undefined) void files.picture(next.keys);
  }, [files, next]);

  const go = (to: number) => {
    if (to < 0 || to >= items.length) return;
    setAt(to);
    setZoom(0);
  };
  const viewing = { at, last: items.length - 1, go, zoom, zooms, asItIs: 0, onZoom: setZoom };
  return (
    <dialog ref={dialog} className={styles.gallery} aria-labelledby={title} onKeyDown={viewingKeys(viewing)}>
      <header className={styles.bar}>
        {items.length > 1 ? (
          <p className={styles.count} role="status">
            {t('{number} of {count}', { number: at + 1, count: items.length })}
          </p>
        ) : null}
        <ViewingButtons viewing={viewing} item={item} onDownload={() => onDownload(item)} onClose={onClose} />
        {/* Behind the buttons, so that the focus does not begin on what leads away. */}
        <div className={styles.what}>
          <h2 id={title} className={styles.title}>
            {item.name}
          </h2>
          {under?.(at)}
        </div>
      </header>
      <GalleryPicture
        key={item.keys[0]}
        files={files}
        item={item}
        zoom={zooms[zoom] ?? 1}
        onZoom={() => setZoom(zoom === 0 ? 2 : 0)}
        onSwipe={(step) => go(at + step)}
      />
      <TurningButtons viewing={viewing} back={t('Previous picture')} forward={t('Next picture')} />
    </dialog>
  );
};
