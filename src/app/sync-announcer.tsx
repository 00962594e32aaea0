import { useState } from 'react';
import type { Notebook, SyncStatus } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';
import { useWords } from '#src/words/use-words.ts';
import type { PlainMessage } from '#src/words/words.ts';

const words: Readonly<Record<Exclude<SyncStatus['phase'], 'syncing'>, PlainMessage>> = {
  idle: 'Connected to AWS',
  offline: 'Offline. Notes are saved on this device.',
  trouble: 'Notes could not be sent. They are saved on this device.',
  'signed out': 'Signed out. Notes are saved on this device.',
};

/**
 * Tells screen readers when it begins and when it ceases to work. A round of sync that ends as the one before is no news, nor is the
 * number of notes.
 */
export const SyncAnnouncer = ({ notebook }: { readonly notebook: Notebook }) => {
  const { t } = useWords();
  const { phase } = useObservable(notebook.sync);
  const [settled, setSettled] = useState<keyof typeof words>('idle');
  if (phase !== 'syncing' && phase !== settled) setSettled(phase);
  return (
    <div aria-live="polite">
      <VisuallyHidden>{t(words[settled])}</VisuallyHidden>
    </div>
  );
};
