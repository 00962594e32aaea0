import { useEffect, useEffectEvent } from 'react';
import { takenFromPaste } from '#src/screens/attachments/taken-files.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

/** Files that are dropped or pasted where no note takes them: says where they can go. The browser would show a dropped one in place of the app. */
export const StrayFiles = (): null => {
  const { t } = useWords();
  const toasts = useToasts();
  const tell = useEffectEvent(() =>
    toasts.show({
      about: 'stray files',
      message: t('Files go into a note: open one, or begin a new one, and drop or paste them there.'),
    }),
  );

  useEffect(() => {
    const stopping = new AbortController();
    const { signal } = stopping;
    const strays = (event: DragEvent) => {
      const isStray = !event.defaultPrevented && event.dataTransfer?.types.includes('Files') === true;
      if (isStray) event.preventDefault();
      return isStray;
    };
    window.addEventListener('dragover', strays, { signal });
    window.addEventListener('drop', (event) => strays(event) && tell(), { signal });
    window.addEventListener(
      'paste',
      ({ defaultPrevented, clipboardData }) => {
        if (defaultPrevented || clipboardData === null || clipboardData.files.length === 0) return;
        if (takenFromPaste(clipboardData).files.length > 0) tell();
      },
      { signal },
    );
    return () => stopping.abort();
  }, []);
  return null;
};
