import { type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from 'react';

/**
 * Opens a native modal <dialog> for as long as the component is there. Escape, the Back button where it closes dialogs (Android), and a click
 * on the backdrop ask to close.
 * It is closed before it leaves the page, since only then does the browser give the focus back.
 */
export const useModal = (onClose: () => void): RefObject<HTMLDialogElement | null> => {
  const ref = useRef<HTMLDialogElement>(null);
  const close = useEffectEvent(onClose);
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  useEffect(() => {
    const dialog = ref.current;
    const onCancel = (event: Event) => {
      event.preventDefault();
      close();
    };
    const onClick = (event: Event) => {
      if (event.target === dialog) close();
    };
    // Asked to close for the second time without a click or a key between, the browser closes it and asks nobody.
    const onClosed = () => {
      if (dialog?.open === false) close();
    };
    dialog?.addEventListener('cancel', onCancel);
    dialog?.addEventListener('close', onClosed);
    dialog?.addEventListener('click', onClick);
    return () => {
      dialog?.removeEventListener('cancel', onCancel);
      dialog?.removeEventListener('close', onClosed);
      dialog?.removeEventListener('click', onClick);
    };
  }, []);
  return ref;
};
