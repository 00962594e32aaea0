import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type NotebookFiles, useServices } from '#src/services.ts';
import { DownloadIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { BackIcon, CloseIcon, WarningIcon } from '#src/ui/icons.tsx';
import { ForwardIcon, ZoomInIcon, ZoomOutIcon } from '#src/ui/later-icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useModal } from '#src/ui/use-modal.ts';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import gallery from './gallery.module.css';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-viewer.module.css';
import { type Pdf, usePdf } from './use-pdf.ts';

interface PdfViewerProps {
  readonly files: Pick<NotebookFiles, 'find' | 'part'>;
  readonly item: AttachmentItem;
  readonly onDownload: () => void;
  readonly onClose: () => void;
}

/** How wide a page is, where 1 is as wide as the window or as can be read well. */
const zooms = [0.5, 0.75, 1, 1.25, 1.5, 2, 3, 4] as const;
const asItIs = 2;
/** px */
const widest = 900;

/** The pages of a PDF one by one. */
export const PdfViewer = ({ files, item, onDownload, onClose }: PdfViewerProps) => {
  const { t } = useWords();
  const { startWorker } = useServices();
  const dialog = useModal(onClose);
  const title = useId();
  const stage = useRef<HTMLElement>(null);
  const [attempt, setAttempt] = useState(0);
  const pdf = usePdf(files, item.keys, startWorker, attempt);
  const [number, setNumber] = useState(1);
  const [zoom, setZoom] = useState<number>(asItIs);
  const room = useRoom(stage, pdf);
  const count = pdf.kind === 'open' ? pdf.document.numPages : 0;

  useEffect(() => {
    // The arrows scroll it.
    if (pdf.kind === 'open') stage.current?.focus({ preventScroll: true });
  }, [pdf]);
  const go = (to: number) => {
    if (to < 1 || to > count) return;
    setNumber(to);
    stage.current?.scrollTo({ top: 0 });
  };
  const magnify = (to: number) => setZoom(Math.max(0, Math.min(zooms.length - 1, to)));
  const acts: Readonly<Record<string, () => void>> = {
    PageUp: () => go(number - 1),
    PageDown: () => go(number + 1),
    Home: () => go(1),
    End: () => go(count),
    '+': () => magnify(zoom + 1),
    '=': () => magnify(zoom + 1),
    '-': () => magnify(zoom - 1),
    '0': () => magnify(asItIs),
    // A page that is wider than the window is moved about by the arrows.
    ...(zoom <= asItIs && { ArrowLeft: () => go(number - 1), ArrowRight: () => go(number + 1) }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const act = event.ctrlKey || event.metaKey || event.altKey ? undefined : acts[event.key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    <dialog ref={dialog} className={gallery.gallery} aria-labelledby={title} onKeyDown={onKeyDown}>
      <header className={gallery.bar}>
        <h2 id={title} className={gallery.title}>
          {item.name}
        </h2>
        <p className={classNames(gallery.count, styles.count)} role="status">
          {count > 0 ? t('Page {number} of {count}', { number, count }) : null}
        </p>
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
        <IconButton label={t('Download {name}', item)} icon={<DownloadIcon />} onClick={onDownload} />
        <IconButton label={t('Close')} icon={<CloseIcon />} onClick={onClose} />
      </header>
      {pdf.kind === 'open' ? (
        <section
          ref={stage}
          className={styles.stage}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keys
          tabIndex={0}
          aria-label={t('Page {number} of {count}', { number, count })}
        >
          {room > 0 ? (
            <PdfPage document={pdf.document} number={number} width={Math.round(room * (zooms[zoom] ?? 1))} />
          ) : null}
        </section>
      ) : (
        <Told pdf={pdf} onRetry={() => setAttempt(attempt + 1)} />
      )}
      {count > 1 ? (
        <>
          <IconButton
            className={gallery.back}
            label={t('Previous page')}
            icon={<BackIcon />}
            aria-disabled={number === 1}
            onClick={() => go(number - 1)}
          />
          <IconButton
            className={gallery.forward}
            label={t('Next page')}
            icon={<ForwardIcon />}
            aria-disabled={number === count}
            onClick={() => go(number + 1)}
          />
        </>
      ) : null}
    </dialog>
  );
};

const Told = ({ pdf, onRetry }: { readonly pdf: Exclude<Pdf, { kind: 'open' }>; readonly onRetry: () => void }) => {
  const { t, told } = useWords();
  if (pdf.kind === 'opening') {
    return (
      <div className={gallery.told}>
        <Spinner />
      </div>
    );
  }
  const words = {
    locked: () => t('This PDF is protected by a password. Download it to open it elsewhere.'),
    broken: () => t('This file cannot be shown as a PDF. Download it to open it elsewhere.'),
  };
  return (
    <div className={gallery.told} role="alert">
      <WarningIcon size={26} />
      <p>{pdf.kind === 'failed' ? told(pdf.failure) : words[pdf.kind]()}</p>
      {pdf.kind === 'failed' ? <Button onClick={onRetry}>{t('Try again')}</Button> : null}
    </div>
  );
};

/** How wide a page can be in the element; px, 0 while there is none. */
const useRoom = (stage: { readonly current: HTMLElement | null }, pdf: Pdf): number => {
  const [room, setRoom] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the element is there once the PDF is open
  useEffect(() => {
    const element = stage.current;
    if (element === null) return;
    const observer = new ResizeObserver(() => setRoom(Math.min(widest, element.clientWidth - 2 * margin)));
    observer.observe(element);
    return () => observer.disconnect();
  }, [stage, pdf]);
  return room;
};

/** px; as in the style sheet. */
const margin = 16;
