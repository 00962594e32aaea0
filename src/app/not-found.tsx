import { Link } from 'react-router-dom';
import { buttonClass } from '#src/ui/button.tsx';
import { Page } from '#src/ui/page.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';

export const NotFound = () => {
  useDocumentTitle('Page not found · Satchel');
  return (
    <Page title="Page not found">
      <p>There is nothing at this address. It may have been mistyped, or the page is no longer there.</p>
      <p>
        <Link className={buttonClass({ variant: 'primary' })} to="/">
          Go to your notes
        </Link>
      </p>
    </Page>
  );
};
