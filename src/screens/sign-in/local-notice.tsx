import { Notice } from '#src/ui/notice.tsx';
import { useWords } from '#src/words/use-words.ts';

/** Says where one is when no AWS account is connected. */
export const LocalNotice = () => {
  const { t } = useWords();
  return (
    <Notice tone="info" title={t('You are trying Satchel on an embedded AWS')}>
      {t('Everything stays on this computer. Any email address will do: its mail appears on this page.')}
    </Notice>
  );
};
