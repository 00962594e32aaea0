import { type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import type { NotebookFiles } from '#src/services.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import { Away } from './away.tsx';
import styles from './gallery.module.css';
import { usePicture } from './use-picture.ts';

interface GalleryPictureProps {
  readonly files: Pick<NotebookFiles, 'picture' | 'find' | 'arrival'>;
  readonly item: AttachmentItem;
  /** 1: as large as the window. */
  readonly zoom: number;
  readonly onZoom: () => void;
  readonly onSwipe: (step: 1 | -1) => void;
}

/** A finger that goes so far sideways wants the next picture; px. */
const swipe = 60;

/** One picture, which is moved about by dragging or scrolling where it is larger than the window. */
export const GalleryPicture = ({ files, item, zoom, onZoom, onSwipe }: GalleryPictureProps) => {
  const { t } = useWords();
  const [attempt, setAttempt] = useState(0);
  const picture = usePicture(files, item.keys, attempt);
  const from = useRef<{ readonly x: number; readonly left: number; readonly y: number; readonly top: number }>(null);

  const stage = useRef<HTMLElement>(null);
  const before = useRef(zoom);
  // What is in the middle stays there.
  useLayoutEffect(() => {
    const times = zoom / before.current;
    before.current = zoom;
    const element = stage.current;
    if (element === null || times === 1) return;
    const { clientWidth, clientHeight, scrollLeft, scrollTop } = element;
    element.scrollLeft = (scrollLeft + clientWidth / 2) * times - clientWidth / 2;
    element.scrollTop = (scrollTop + clientHeight / 2) * times - clientHeight / 2;
  }, [zoom]);

  if (picture.kind === 'reading') {
    return (
      <div className={styles.told}>
        <Spinner />
      </div>
    );
  }
  if (picture.kind === 'no picture' || picture.kind === 'too large') {
    return (
      <div className={styles.told}>
        <WarningIcon size={26} />
        <p>
          {picture.kind === 'too large'
            ? t('This picture is too large to be shown here. It can be downloaded.')
            : t('This is no picture, whatever its name says. It can be downloaded.')}
        </p>
      </div>
    );
  }
  if (picture.kind === 'failed') {
    return (
      <div className={styles.told} role="alert">
        <WarningIcon size={26} />
        <Away {...{ files }} keys={item.keys} failure={picture.failure} onThere={() => setAttempt(attempt + 1)} />
      </div>
    );
  }

  const press = (event: PointerEvent<HTMLElement>) => {
    const { scrollLeft, scrollTop } = event.currentTarget;
    from.current = { x: event.clientX, left: scrollLeft, y: event.clientY, top: scrollTop };
  };
  const move = (event: PointerEvent<HTMLElement>) => {
    // A finger scrolls by itself.
    if (from.current === null || event.pointerType === 'touch' || event.buttons === 0) return;
    event.currentTarget.scrollLeft = from.current.left - (event.clientX - from.current.x);
    event.currentTarget.scrollTop = from.current.top - (event.clientY - from.current.y);
  };
  const release = (event: PointerEvent<HTMLElement>) => {
    const way = event.clientX - (from.current?.x ?? event.clientX);
    from.current = null;
    if (zoom === 1 && Math.abs(way) > swipe) onSwipe(way < 0 ? 1 : -1);
  };
  return (
    <section
      ref={stage}
      className={styles.stage}
      data-larger={zoom > 1 || undefined}
      tabIndex={zoom > 1 ? 0 : undefined}
      aria-label={item.name}
      onPointerDown={press}
      onPointerMove={move}
      onPointerUp={release}
      onDoubleClick={onZoom}
    >
      <img
        src={picture.address}
        alt={item.name}
        draggable={false}
        style={{ width: `${zoom * 100}%`, height: `${zoom * 100}%` }}
      />
    </section>
  );
};
