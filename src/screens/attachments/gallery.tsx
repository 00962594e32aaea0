import { type KeyboardEvent, type ReactNode, useEffect, useId, useState } from 'react';
import type { NotebookFiles } from '#src/services.ts';
import { DownloadIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { BackIcon, CloseIcon } from '#src/ui/icons.tsx';
import { ForwardIcon, ZoomInIcon, ZoomOutIcon } from '#src/ui/later-icons.tsx';
import { useModal } from '#src/ui/use-modal.ts';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './gallery.module.css';
import { GalleryPicture } from './gallery-picture.tsx';

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
  const magnify = (to: number) => setZoom(Math.max(0, Math.min(zooms.length - 1, to)));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const act = keys(event.key);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  const keys = (key: string): (() => void) | undefined => {
    switch (key) {
      case 'ArrowLeft':
      case 'ArrowRight': {
        // A picture larger than the window is moved about by the arrows.
        const step = key === 'ArrowLeft' ? -1 : 1;
        return zoom === 0 ? () => go(at + step) : undefined;
      }
      case 'PageUp':
        return () => go(at - 1);
      case 'PageDown':
        return () => go(at + 1);
      case 'Home':
        return () => go(0);
      case 'End':
        return () => go(items.length - 1);
      case '+':
      case '=':
        return () => magnify(zoom + 1);
      case '-':
        return () => magnify(zoom - 1);
      case '0':
        return () => magnify(0);
      default:
        return undefined;
    }
  };
  return (
    <dialog ref={dialog} className={styles.gallery} aria-labelledby={title} onKeyDown={onKeyDown}>
      <header className={styles.bar}>
        {items.length > 1 ? (
          <p className={styles.count} role="status">
            {t('{number} of {count}', { number: at + 1, count: items.length })}
          </p>
        ) : null}
        <IconButton
          label={t('Smaller')}
          icon={<ZoomOutIcon />}
          aria-disabled={zoom === 0}
          onClick={() => magnify(zoom - 1)}
        />
        <IconButton
          label={t('Larger')}
          icon={<ZoomInIcon />}
          aria-disabled={zoom === zooms.length - 1}
          onClick={() => magnify(zoom + 1)}
        />
        <IconButton label={t('Download {name}', item)} icon={<DownloadIcon />} onClick={() => onDownload(item)} />
        <IconButton label={t('Close')} icon={<CloseIcon />} onClick={onClose} />
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
        onZoom={() => magnify(zoom === 0 ? 2 : 0)}
        onSwipe={(step) => go(at + step)}
      />
      {items.length > 1 ? (
        <>
          <IconButton
            className={styles.back}
            label={t('Previous picture')}
            icon={<BackIcon />}
            aria-disabled={at === 0}
            onClick={() => go(at - 1)}
          />
          <IconButton
            className={styles.forward}
            label={t('Next picture')}
            icon={<ForwardIcon />}
            aria-disabled={at === items.length - 1}
            onClick={() => go(at + 1)}
          />
        </>
      ) : null}
    </dialog>
  );
};
