import type { StoreFailure } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Notice } from '#src/ui/notice.tsx';
import { Page } from '#src/ui/page.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';

/** Says why the notes on this device cannot be had. */
export const DeviceNotice = ({ failure }: { readonly failure: StoreFailure }) => {
  const { t, told } = useWords();
  return (
    <Notice
      tone="danger"
      title={t('The notes on this device cannot be read')}
      details={failure.details}
      actions={<Button onClick={() => window.location.reload()}>{t('Reload')}</Button>}
    >
      {told(failure)}
    </Notice>
  );
};

/** The same as a page, where there are no notes to show beside it. */
export const DeviceTrouble = ({ failure }: { readonly failure: StoreFailure }) => {
  const { t } = useWords();
  useDocumentTitle(t('Notes · Satchel'));
  return (
    <Page title={t('Notes')}>
      <DeviceNotice failure={failure} />
    </Page>
  );
};
