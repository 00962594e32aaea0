import { useCallback, useMemo, useSyncExternalStore } from 'react';
import type { Session, SignedInUser } from '#src/services.ts';

/** Who is signed in on this device; the same object until it is somebody else. */
export const useUser = (session: Session): SignedInUser | null => {
  const key = useSyncExternalStore(
    useCallback((listener: () => void) => session.subscribe(listener), [session]),
    () => JSON.stringify(session.user()),
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` tells when the session's user has changed
  return useMemo(() => session.user(), [session, key]);
};
