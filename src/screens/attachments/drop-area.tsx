import { type DragEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { PaperclipIcon } from '#src/ui/icons.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './drop-area.module.css';

interface DropAreaProps {
  /** Whether files are taken here now. */
  readonly active: boolean;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

const hasFiles = (event: { readonly dataTransfer: DataTransfer | null }): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes files dropped or pasted anywhere on its children, and shows where they will go while they hover. */
export const DropArea = ({ active, onFiles, children }: DropAreaProps) => {
  const { t } = useWords();
  const [over, setOver] = useState(false);
  // Entering a child tells of leaving its parent, so they are counted.
  const depth = useRef(0);

  useEffect(() => {
    // A file that misses the note would otherwise replace the page.
    const keepPage = (event: globalThis.DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    window.addEventListener('dragover', keepPage);
    window.addEventListener('drop', keepPage);
    return () => {
      window.removeEventListener('dragover', keepPage);
      window.removeEventListener('drop', keepPage);
    };
  }, []);

  const onDrag = (event: DragEvent, step: 1 | -1) => {
    if (!active || !hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button "Attach files"
    <div
      className={styles.area}
      onDragEnter={(event) => onDrag(event, 1)}
      onDragLeave={(event) => onDrag(event, -1)}
      onDrop={(event) => {
        depth.current = 0;
        setOver(false);
        if (!active || !hasFiles(event)) return;
        event.preventDefault();
        onFiles([...event.dataTransfer.files]);
      }}
      onPaste={(event) => {
        const files = [...event.clipboardData.files];
        if (!active || files.length === 0 || event.clipboardData.types.includes('text/plain')) return;
        event.preventDefault();
        onFiles(files);
      }}
    >
      {children}
      {over ? (
        <div className={styles.target}>
          <PaperclipIcon size={28} />
          {t('Drop to attach')}
        </div>
      ) : null}
    </div>
  );
};
