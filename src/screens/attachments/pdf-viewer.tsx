import { useEffect, useId, useRef, useState } from 'react';
import { type NotebookFiles, useServices } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { classNames } from '#src/ui/class-names.ts';
import { WarningIcon } from '#src/ui/icons.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useBackToClose } from '#src/ui/use-back-to-close.ts';
import { useModal } from '#src/ui/use-modal.ts';
import { useWords } from '#src/words/use-words.ts';
import type { AttachmentItem } from './attachment-items.ts';
import gallery from './gallery.module.css';
import { PdfPage } from './pdf-page.tsx';
import styles from './pdf-viewer.module.css';
import { type Pdf, usePdf } from './use-pdf.ts';
import { TurningButtons, ViewingButtons, viewingKeys } from './viewing.tsx';

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
  useBackToClose(onClose);
  const title = useId();
  const stage = useRef<HTMLElement>(null);
  const [attempt, setAttempt] = useState(0);
  const pdf = usePdf(files, item.keys, startWorker, attempt);
  const [at, setAt] = useState(0);
  const number = at + 1;
  const [zoom, setZoom] = useState<number>(asItIs);
  const room = useRoom(stage, pdf);
  const count = pdf.kind === 'open' ? pdf.document.numPages : 0;

  useEffect(() => {
    // The arrows scroll it.
    if (pdf.kind === 'open') stage.current?.focus({ preventScroll: true });
  }, [pdf]);
  const go = (to: number) => {
    if (to < 0 || to >= count) return;
    setAt(to);
    stage.current?.scrollTo({ top: 0 });
  };
  const viewing = { at, last: count - 1, go, zoom, zooms, asItIs, onZoom: setZoom };
  return (
    <dialog ref={dialog} className={gallery.gallery} aria-labelledby={title} onKeyDown={viewingKeys(viewing)}>
      <header className={gallery.bar}>
        <h2 id={title} className={gallery.title}>
          {item.name}
        </h2>
        <p className={classNames(gallery.count, styles.count)} role="status">
          {count > 0 ? t('Page {number} of {count}', { number, count }) : null}
        </p>
        <ViewingButtons viewing={viewing} item={item} onDownload={onDownload} onClose={onClose} />
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
      <TurningButtons viewing={viewing} back={t('Previous page')} forward={t('Next page')} />
    </dialog>
  );
};

const Told = ({ pdf, onRetry }: { readonly pdf: Exclude<Pdf, { kind: 'open' }>; readonly onRetry: () => void }) => {
  const { t, told } = useWords();
  if (pdf.kind === 'opening') {
    return (
      <div className={gallery.told} role="status">
        <Spinner />
        <p>{t('Opening the file')}</p>
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
