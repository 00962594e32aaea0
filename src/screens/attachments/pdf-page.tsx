import type { PDFDocumentProxy } from 'pdfjs-dist';
import { TextLayer } from 'pdfjs-dist';
import { useEffect, useRef, useState } from 'react';
import { Spinner } from '#src/ui/spinner.tsx';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './pdf-viewer.module.css';

interface PdfPageProps {
  readonly document: PDFDocumentProxy;
  /** From 1. */
  readonly number: number;
  /** CSS pixels. */
  readonly width: number;
}

/** Pixels of a drawing; more would fill the memory without being seen. */
const mostPixels = 16_000_000;

/** One page: its drawing, and over it its text, which can be marked and is read out. */
export const PdfPage = ({ document, number, width }: PdfPageProps) => {
  const { t } = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'drawing' | 'drawn' | 'without text' | 'broken'>('drawing');
  useEffect(() => {
    let end = () => {};
    let isCurrent = true;
    const draw = async () => {
      const page = await document.getPage(number);
      if (!isCurrent || canvas.current === null || text.current === null) return;
      const scale = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale });
      const sharp = Math.min(window.devicePixelRatio, Math.sqrt(mostPixels / (viewport.width * viewport.height)));
      const area = { drawn: canvas.current, layer: text.current };
      area.drawn.width = Math.floor(viewport.width * sharp);
      area.drawn.height = Math.floor(viewport.height * sharp);
      area.drawn.style.height = `${viewport.height}px`;
      area.layer.style.setProperty('--total-scale-factor', String(scale));
      area.layer.replaceChildren();
      const task = page.render({ canvas: area.drawn, viewport, transform: [sharp, 0, 0, sharp, 0, 0] });
      const layer = new TextLayer({ textContentSource: page.streamTextContent(), container: area.layer, viewport });
      end = () => {
        task.cancel();
        layer.cancel();
      };
      await Promise.all([task.promise, layer.render()]);
      if (isCurrent) setState(area.layer.textContent === '' ? 'without text' : 'drawn');
    };
    setState('drawing');
    draw().catch(() => {
      if (isCurrent) setState('broken');
    });
    return () => {
      isCurrent = false;
      end();
    };
  }, [document, number, width]);
  return (
    <>
      <div className={styles.paper} style={{ width }}>
        <canvas ref={canvas} className={styles.drawing} />
        <div ref={text} className={styles.text} />
      </div>
      {state === 'drawing' ? (
        <span className={styles.busy}>
          <Spinner />
        </span>
      ) : null}
      {state === 'broken' ? (
        <p role="alert" className={styles.broken}>
          {t('This page cannot be shown. Download the file to open it elsewhere.')}
        </p>
      ) : null}
      {state === 'without text' ? <VisuallyHidden>{t('There is no text on this page.')}</VisuallyHidden> : null}
    </>
  );
};
