import { CopyIcon } from './action-icons.tsx';
import { Button } from './button.tsx';
import { useToasts } from './toasts.tsx';

/** Puts a text on the clipboard, so that it can be kept elsewhere. */
export const CopyText = ({ text }: { readonly text: string }) => {
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.show({ message: 'Text copied' });
    } catch {
      toasts.show({ message: 'The browser did not allow copying. Select the text and copy it by hand.' });
    }
  };
  return (
    <Button onClick={() => void copy()}>
      <CopyIcon size={18} />
      Copy text
    </Button>
  );
};
