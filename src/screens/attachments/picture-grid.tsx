import { type KeyboardEvent, memo, useEffectEvent, useLayoutEffect, useRef, useState } from 'react';
import { untitled } from '#src/notes/untitled.ts';
import type { NotebookFiles } from '#src/services.ts';
import { isFocusLost } from '#src/ui/lost-focus.ts';
import { useWords } from '#src/words/use-words.ts';
import { gridStep } from './grid-keys.ts';
import styles from './picture-grid.module.css';
import type { GridPlace } from './seen-pictures.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { LibraryPicture } from './use-library-pictures.ts';

interface PictureGridProps {
  readonly files: Pick<NotebookFiles, 'thumbnail'>;
  /** At least one. */
  readonly pictures: readonly LibraryPicture[];
  /** Where it begins; undefined: at the top. */
  readonly start: GridPlace | undefined;
  /** Told when it goes. */
  readonly onPlace: (place: GridPlace) => void;
  readonly onOpen: (picture: LibraryPicture) => void;
}

/** px */
const gap = 6;
const smallest = { narrow: 104, wide: 168 } as const;
const narrow = 640;
/** Rows that are in the page above and under those in sight. */
const beyond = 2;

interface Size {
  readonly width: number;
  readonly height: number;
}

const layoutFor = ({ width, height }: Size) => {
  const least = width < narrow ? smallest.narrow : smallest.wide;
  const columns = Math.max(1, Math.floor((width + gap) / (least + gap)));
  const side = (width - gap * (columns - 1)) / columns;
  return { columns, side, step: side + gap, rows: Math.ceil(height / (side + gap)) };
};

/**
 * Squares of which only those in sight, and the one that the Tab key leads to, are in the page. They are all of one size, so that nothing has
 * to be measured while one scrolls.
 */
export const PictureGrid = ({ files, pictures, start, onPlace, onOpen }: PictureGridProps) => {
  const { t } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const [top, setTop] = useState(0);
  const [active, setActive] = useState(start?.active ?? null);
  /** Where it is to go once its size is known. */
  const wanted = useRef(start);
  const isFocused = useRef(false);
  /** The focus is to go there once it is in the page. */
  const next = useRef<string | null>(null);
  const { columns, side, step, rows } = layoutFor(size);

  useLayoutEffect(() => {
    const element = list.current;
    if (element === null) return;
    const observer = new ResizeObserver(() =>
      setSize({ width: element.clientWidth, height: scroller.current?.clientHeight ?? 0 }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  const found = active === null ? 0 : pictures.findIndex(({ id }) => id === active.id);
  const activeAt = found >= 0 ? found : Math.min(active?.at ?? 0, pictures.length - 1);
  const first = Math.max(0, (top - beyond) * columns);
  const shown = pictures.slice(first, (top + rows + beyond + 1) * columns).map((picture, index) => ({
    picture,
    at: first + index,
  }));
  const activePicture = pictures[activeAt];
  if (activePicture !== undefined && !shown.some(({ at }) => at === activeAt)) {
    shown.splice(activeAt < first ? 0 : shown.length, 0, { picture: activePicture, at: activeAt });
  }

  const see = ({ scrollTop }: Element) =>
    setTop(Math.max(0, Math.floor((scrollTop - (list.current?.offsetTop ?? 0)) / step)));
  useLayoutEffect(() => {
    const element = scroller.current;
    const place = wanted.current;
    if (element === null || place === undefined || size.width === 0) return;
    wanted.current = undefined;
    const at = pictures.findIndex(({ id }) => id === place.first);
    if (at < 0) return;
    element.scrollTop = (list.current?.offsetTop ?? 0) + Math.floor(at / columns) * step + place.past;
    see(element);
  });
  const tellPlace = useEffectEvent(() => {
    const from = Math.max(0, (scroller.current?.scrollTop ?? 0) - (list.current?.offsetTop ?? 0));
    const seen = pictures[Math.floor(from / step) * columns];
    if (size.width > 0 && seen !== undefined) onPlace({ active, first: seen.id, past: from % step });
  });
  useLayoutEffect(() => () => tellPlace(), []);

  // Also where what had the focus is gone.
  useLayoutEffect(() => {
    const isNext = next.current !== null && next.current === active?.id;
    if (!isNext && !(isFocused.current && isFocusLost())) return;
    next.current = null;
    list.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus({ preventScroll: true });
  });

  const scrollTo = (at: number) => {
    const element = scroller.current;
    if (element === null) return;
    const from = (list.current?.offsetTop ?? 0) + Math.floor(at / columns) * step;
    const to = from + step - element.clientHeight;
    if (element.scrollTop > from - gap) element.scrollTop = from - gap;
    else if (element.scrollTop < to) element.scrollTop = to;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const at = gridStep(event.key, activeAt, { count: pictures.length, columns, rows });
    const picture = at === null ? undefined : pictures[at];
    if (at === null || picture === undefined) return;
    event.preventDefault();
    scrollTo(at);
    setActive({ id: picture.id, at });
    next.current = picture.id;
  };

  return (
    <div ref={scroller} className={styles.scroller} onScroll={({ currentTarget }) => see(currentTarget)}>
      <ul
        ref={list}
        // biome-ignore lint/a11y/noRedundantRoles: without markers it is no list to Safari unless its role is said
        role="list"
        aria-label={t('Pictures')}
        className={styles.grid}
        style={{ height: Math.ceil(pictures.length / columns) * step }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          isFocused.current = true;
        }}
        onBlur={() => {
          isFocused.current = false;
        }}
      >
        {size.width === 0
          ? null
          : shown.map(({ picture, at }) => (
              <Tile
                key={picture.id}
                files={files}
                picture={picture}
                at={at}
                count={pictures.length}
                left={(at % columns) * step}
                top={Math.floor(at / columns) * step}
                side={side}
                active={at === activeAt}
                onActive={setActive}
                onOpen={onOpen}
              />
            ))}
      </ul>
    </div>
  );
};

interface TileProps extends Pick<PictureGridProps, 'files' | 'onOpen'> {
  readonly picture: LibraryPicture;
  readonly at: number;
  readonly count: number;
  readonly left: number;
  readonly top: number;
  readonly side: number;
  readonly active: boolean;
  readonly onActive: (active: { readonly id: string; readonly at: number }) => void;
}

const Tile = memo(function Tile({ files, picture, at, count, left, top, side, active, onActive, onOpen }: TileProps) {
  const { t } = useWords();
  const title = picture.note.title === untitled ? t(untitled) : picture.note.title;
  const name = t('{name}, in {title}', { name: picture.name, title });
  return (
    <li
      className={styles.place}
      style={{ width: side, height: side, transform: `translate(${left}px, ${top}px)` }}
      aria-posinset={at + 1}
      aria-setsize={count}
    >
      <button
        type="button"
        className={styles.tile}
        tabIndex={active ? 0 : -1}
        aria-label={name}
        aria-haspopup="dialog"
        title={name}
        onFocus={() => onActive({ id: picture.id, at })}
        onClick={() => onOpen(picture)}
      >
        <Thumbnail files={files} keys={picture.keys} />
      </button>
    </li>
  );
});
