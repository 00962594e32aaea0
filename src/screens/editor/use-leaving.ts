import { useEffect, useEffectEvent } from 'react';

/** Calls `flush` when the page may be going away, and lets the browser ask first while `unsaved` says that something would be lost. */
export const useLeaving = (flush: () => void, unsaved: () => boolean): void => {
  const onHide = useEffectEvent(() => flush());
  const onLeave = useEffectEvent((event: BeforeUnloadEvent) => {
    flush();
    if (unsaved()) event.preventDefault();
  });
  useEffect(() => {
    const hide = () => onHide();
    const leave = (event: BeforeUnloadEvent) => onLeave(event);
    window.addEventListener('pagehide', hide);
    window.addEventListener('blur', hide);
    document.addEventListener('visibilitychange', hide);
    window.addEventListener('beforeunload', leave);
    return () => {
      hide();
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('blur', hide);
      document.removeEventListener('visibilitychange', hide);
      window.removeEventListener('beforeunload', leave);
    };
  }, []);
};
