import { Button } from '#src/ui/button.tsx';
import { focusMain } from '#src/ui/lost-focus.ts';
import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';

/** Says that the browser itself had thrown this device's copy away. */
export const EvictedNotice = ({ onDismiss }: { readonly onDismiss: () => void }) => {
  const { t } = useWords();
  return (
    <Notice
      tone="warning"
      title={t('This browser had removed the notes kept on this device')}
      actions={
        <Button
          size="small"
          onClick={() => {
            onDismiss();
            // The button goes, and with it the focus.
            focusMain();
          }}
        >
          {t('Dismiss')}
        </Button>
      }
    >
      {t('They are being fetched again from AWS; what had not been sent by then is gone.')}
    </Notice>
  );
};
