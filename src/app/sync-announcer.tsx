import { useState } from 'react';
import type { Notebook, SyncStatus } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { VisuallyHidden } from '#src/ui/visually-hidden.tsx';

const words: Readonly<Record<Exclude<SyncStatus['phase'], 'syncing'>, string>> = {
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
  const { phase } = useObservable(notebook.sync);
  const [settled, setSettled] = useState<keyof typeof words>('idle');
  if (phase !== 'syncing' && phase !== settled) setSettled(phase);
  return (
    <div aria-live="polite">
      <VisuallyHidden>{words[settled]}</VisuallyHidden>
    </div>
  );
};
