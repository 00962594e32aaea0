import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import type { PickedFile } from '#src/services.ts';
import { PaperclipIcon } from '#src/ui/icons.tsx';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './drop-area.module.css';
import { pickedFile } from './picked-file.ts';
import { type Taken, takenFrom, takenFromPaste } from './taken-files.ts';

interface DropAreaProps {
  /** Whether files are taken here now. */
  readonly active: boolean;
  /** `point`: where they were dropped, CSS pixels of the window; null: they were pasted. */
  readonly onFiles: (files: readonly PickedFile[], point: { readonly x: number; readonly y: number } | null) => void;
  readonly children: ReactNode;
}

const hasFiles = (event: { readonly dataTransfer: DataTransfer | null }): boolean =>
  event.dataTransfer?.types.includes('Files') === true;

/** Takes files dropped or pasted anywhere on its children, and shows where they will go while they hover. */
export const DropArea = ({ active, onFiles, children }: DropAreaProps) => {
  const { t, told } = useWords();
  const toasts = useToasts();
  const [over, setOver] = useState(false);
  // Entering a child tells of leaving its parent, so they are counted.
  const depth = useRef(0);

  const onDrag = (event: DragEvent, step: 1 | -1) => {
    if (!active || !hasFiles(event)) return;
    depth.current = Math.max(0, depth.current + step);
    setOver(depth.current > 0);
  };

  const take = async ({ files, entries }: Taken, point: Parameters<DropAreaProps['onFiles']>[1]) => {
    if (entries.length === 0) return onFiles(files.map(pickedFile), point);
    const folders = await import('./folder-files.ts').catch(() => null);
    if (folders === null)
      return toasts.show({ message: t('This could not be loaded. Check your connection and try again.') });
    const found = await folders.filesInFolders(entries);
    if (found.ok) onFiles(found.value, point);
    else toasts.show({ message: told(found.failure) });
  };

  // Before the text box hears of them: it would put the files' content, or their names, into the text.
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut of the button "Attach files"
    <div
      className={styles.area}
      onDragEnter={(event) => onDrag(event, 1)}
      onDragLeave={(event) => onDrag(event, -1)}
      onDropCapture={(event) => {
        depth.current = 0;
        setOver(false);
        if (!active || !hasFiles(event)) return;
        event.preventDefault();
        void take(takenFrom(event.dataTransfer), { x: event.clientX, y: event.clientY });
      }}
      onPasteCapture={(event) => {
        const taken = takenFromPaste(event.clipboardData);
        if (!active || taken.files.length === 0) return;
        event.preventDefault();
        void take(taken, null);
      }}
    >
      {children}
      {over ? (
        <div className={styles.target}>
          <p className={styles.what}>
            <PaperclipIcon />
            {t('Drop to attach')}
          </p>
        </div>
      ) : null}
    </div>
  );
};
