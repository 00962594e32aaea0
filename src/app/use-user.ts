import { useSyncExternalStore } from 'react';
import type { Session, SignedInUser } from '#src/services.ts';

/** Who is signed in on this device. */
export const useUser = (session: Session): SignedInUser | null =>
  useSyncExternalStore(
    (listener) => session.subscribe(listener),
    () => session.user(),
  );
