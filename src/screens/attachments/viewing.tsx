import type { KeyboardEvent } from 'react';
import { DownloadIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { BackIcon, CloseIcon } from '#src/ui/icons.tsx';
import { ForwardIcon, ZoomInIcon, ZoomOutIcon } from '#src/ui/later-icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import styles from './gallery.module.css';

// What pictures and the pages of a PDF have in common where they are looked at one by one.

/** `at` and `last` count from 0; so does `zoom`, of so many `zooms`, of which `asItIs` is the usual one. */
export interface Viewing {
  readonly at: number;
  readonly last: number;
  readonly go: (to: number) => void;
  readonly zoom: number;
  readonly zooms: readonly number[];
  readonly asItIs: number;
  readonly onZoom: (to: number) => void;
}

const magnify = ({ zooms, onZoom }: Viewing, to: number) => onZoom(Math.max(0, Math.min(zooms.length - 1, to)));

export const viewingKeys = (viewing: Viewing) => (event: KeyboardEvent) => {
  const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
  const act = isPlain ? (actOf(event.key, viewing) ?? moveOf(event)) : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act();
};

const ways: Readonly<Record<string, readonly [x: number, y: number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};
/** px that an arrow moves what is larger than the window; about as far as in browsers. */
const step = 60;

/** Where the focus is on what is moved about, the browser does it by itself; it may as well be on a button. */
const moveOf = ({ key, target, currentTarget }: KeyboardEvent): (() => void) | undefined => {
  const stage = currentTarget.querySelector('section');
  const way = ways[key];
  if (way === undefined || stage === null || (target instanceof Node && stage.contains(target))) return undefined;
  return () => {
    stage.scrollLeft += step * way[0];
    stage.scrollTop += step * way[1];
  };
};

const actOf = (key: string, viewing: Viewing): (() => void) | undefined => {
  const { at, last, go, zoom, asItIs } = viewing;
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowRight': {
      // What is larger than the window is moved about by the arrows.
      const step = key === 'ArrowLeft' ? -1 : 1;
      return zoom <= asItIs ? () => go(at + step) : undefined;
    }
    case 'PageUp':
      return () => go(at - 1);
    case 'PageDown':
      return () => go(at + 1);
    case 'Home':
      return () => go(0);
    case 'End':
      return () => go(last);
    case '+':
    case '=':
      return () => magnify(viewing, zoom + 1);
    case '-':
      return () => magnify(viewing, zoom - 1);
    case '0':
      return () => magnify(viewing, asItIs);
    default:
      return undefined;
  }
};

interface ViewingButtonsProps {
  readonly viewing: Viewing;
  readonly item: Pick<AttachmentItem, 'name'>;
  readonly onDownload: () => void;
  readonly onClose: () => void;
}

export const ViewingButtons = ({ viewing, item, onDownload, onClose }: ViewingButtonsProps) => {
  const { t } = useWords();
  const { zoom, zooms } = viewing;
  return (
    <>
      <IconButton
        label={t('Smaller')}
        icon={<ZoomOutIcon />}
        aria-disabled={zoom === 0}
        onClick={() => magnify(viewing, zoom - 1)}
      />
      <IconButton
        label={t('Larger')}
        icon={<ZoomInIcon />}
        aria-disabled={zoom === zooms.length - 1}
        onClick={() => magnify(viewing, zoom + 1)}
      />
      <IconButton label={t('Download {name}', item)} icon={<DownloadIcon />} onClick={onDownload} />
      <IconButton label={t('Close')} icon={<CloseIcon />} onClick={onClose} />
    </>
  );
};

interface TurningButtonsProps {
  readonly viewing: Viewing;
  /** Their names. */
  readonly back: string;
  readonly forward: string;
}

/** To the one before and the one after, where there are any others. */
export const TurningButtons = ({ viewing: { at, last, go }, back, forward }: TurningButtonsProps) =>
  last > 0 ? (
    <>
      <IconButton
        className={styles.back}
        label={back}
        icon={<BackIcon />}
        aria-disabled={at === 0}
        onClick={() => go(at - 1)}
      />
      <IconButton
        className={styles.forward}
        label={forward}
        icon={<ForwardIcon />}
        aria-disabled={at === last}
        onClick={() => go(at + 1)}
      />
    </>
  ) : null;
