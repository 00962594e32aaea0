import { useEffect, useRef, useState } from 'react';
import { noteFileName } from '#src/notes/export-file-name.ts';
import { titleOf } from '#src/notes/title.ts';
import { type NotebookFiles, useServices } from '#src/services.ts';
import { createBreather } from '#src/ui/breather.ts';
import { Button } from '#src/ui/button.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { ProgressBar } from '#src/ui/progress-bar.tsx';
import { openSaveTarget, type SaveTarget } from '#src/ui/save-target.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './download-all.module.css';
import { useWholeSize } from './use-whole-size.ts';
import type { NamedFile, ZippedFiles } from './zip-files.ts';

interface DownloadAllProps {
  readonly files: Pick<NotebookFiles, 'find' | 'part'>;
  readonly items: readonly NamedFile[];
  /** The note's text, whose title the zip file has for a name. */
  readonly note: string;
}

/** The button "Download all", and how far that is. It ends with the note. */
export const DownloadAll = ({ files, items, note }: DownloadAllProps) => {
  const { t, counted, told, locale } = useWords();
  const { now } = useServices();
  const toasts = useToasts();
  const place = useRef<HTMLDivElement>(null);
  const size = useWholeSize(files, items, place);
  const running = useRef<AbortController | null>(null);
  /** From 0 to 1; null: nothing runs. */
  const [part, setPart] = useState<number | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const filesWords = (count: number) => counted(count, '1 file', '{count} files');
  const summary = ({ count, missing }: ZippedFiles) =>
    missing.length === 0
      ? t('{files} downloaded.', { files: filesWords(count) })
      : t('{files} downloaded. Not among them: {names}', { files: filesWords(count), names: missing.join(', ') });

  const fill = async (target: SaveTarget, signal: AbortSignal): Promise<string> => {
    const { zipFiles } = await import('./zip-files.ts');
    const zipped = await zipFiles({
      ...{ files, items, signal, drain: target.drain, breathe: createBreather(now), now: now() },
      onProgress: (done, total) => setPart(done / Math.max(1, total)),
    });
    if (zipped.ok && zipped.value.count > 0) {
      await target.done(zipped.value.rest);
      return summary(zipped.value);
    }
    await target.giveUp();
    return zipped.ok ? t('None of these files can be had now.') : told(zipped.failure);
  };

  const run = async () => {
    const target = await openSaveTarget(`${noteFileName(titleOf(note)).stem}.zip`);
    if (target === null) return;
    const stopping = new AbortController();
    running.current = stopping;
    setPart(0);
    try {
      toasts.show({ message: await fill(target, stopping.signal) });
    } catch {
      await target.giveUp().catch(() => undefined);
      if (!stopping.signal.aborted)
        toasts.show({ message: t('The zip file could not be written. There may be no room on the disk.') });
    }
    running.current = null;
    setPart(null);
  };

  const what = filesWords(items.length);
  const wanted =
    size === null
      ? t('Download all ({files})', { files: what })
      : t('Download all ({files}, {size})', { files: what, size: formatBytes(size, locale) });
  return (
    <div ref={place} className={styles.all}>
      {part === null ? null : <ProgressBar label={t('Downloading all files')} value={part} />}
      {/* One button all the time, so that the focus stays on it. */}
      <Button size="small" onClick={() => (part === null ? void run() : running.current?.abort())}>
        {part === null ? wanted : t('Cancel')}
      </Button>
    </div>
  );
};
