import { Button } from '#src/ui/button.tsx';
import { CopyIcon } from '#src/ui/icons.tsx';
import { useToasts } from '#src/ui/toasts.tsx';

/** Puts the note's text on the clipboard, so that it can be kept elsewhere. */
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
