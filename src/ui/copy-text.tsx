import { useWords } from '#src/words/use-words.ts';
import { CopyIcon } from './action-icons.tsx';
import { Button } from './button.tsx';
import { useToasts } from './toasts.tsx';

/** Puts a text on the clipboard, so that it can be kept elsewhere. `label`: of a small button beside what is copied. */
export const CopyText = ({ text, label }: { readonly text: string; readonly label?: string }) => {
  const { t } = useWords();
  const toasts = useToasts();
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.show({ message: label === undefined ? t('Text copied') : t('Copied.') });
    } catch {
      toasts.show({ message: t('The browser did not allow copying. Select the text and copy it by hand.') });
    }
  };
  return (
    <Button size={label === undefined ? 'normal' : 'small'} onClick={() => void copy()}>
      <CopyIcon size={label === undefined ? 18 : 16} />
      {label ?? t('Copy text')}
    </Button>
  );
};
