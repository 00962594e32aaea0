import { useEffect, useState } from 'react';
import type { Notebook, WaitingChange } from '#src/services.ts';
import { keepAsking } from '#src/ui/keep-asking.ts';

/** Every change that AWS has not confirmed, as it stands now; null until the device has been asked. */
export const useWaitingChanges = (notebook: Notebook): readonly WaitingChange[] | null => {
  const [changes, setChanges] = useState<readonly WaitingChange[] | null>(null);
  useEffect(() => keepAsking(() => notebook.waitingChanges(), setChanges, [notebook.sync, notebook.list]), [notebook]);
  return changes;
};
