import { Link } from 'react-router-dom';
import { buttonClass } from '#src/ui/button.tsx';
import { Page } from '#src/ui/page.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useWords } from '#src/words/use-words.ts';

export const NotFound = () => {
  const { t } = useWords();
  useDocumentTitle(t('Page not found · Satchel'));
  return (
    <Page title={t('Page not found')}>
      <p>{t('There is nothing at this address. It may have been mistyped, or the page is no longer there.')}</p>
      <p>
        <Link className={buttonClass({ variant: 'primary' })} to="/">
          {t('Go to your notes')}
        </Link>
      </p>
    </Page>
  );
};
