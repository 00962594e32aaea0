import { useWords } from '#src/words/use-words.ts';
import { CopyIcon } from './action-icons.tsx';
import { Button } from './button.tsx';
import { useToasts } from './toasts.tsx';

/** Puts a text on the clipboard, so that it can be kept elsewhere. */
export const CopyText = ({ text }: { readonly text: string }) => {
  const { t } = useWords();
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.show({ message: t('Text copied') });
    } catch {
      toasts.show({ message: t('The browser did not allow copying. Select the text and copy it by hand.') });
    }
  };
  return (
    <Button onClick={() => void copy()}>
      <CopyIcon size={18} />
      {t('Copy text')}
    </Button>
  );
};
