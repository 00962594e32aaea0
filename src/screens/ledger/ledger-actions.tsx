import { useState } from 'react';
import { Link } from 'react-router-dom';
import type { Notebook } from '#src/services.ts';
import { DownloadIcon, RefreshIcon } from '#src/ui/action-icons.tsx';
import { Button } from '#src/ui/button.tsx';
import { Spinner } from '#src/ui/spinner.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './ledger.module.css';

interface LedgerActionsProps {
  readonly notebook: Pick<Notebook, 'syncNow'>;
  /** undefined: there is nothing to export, or no way to. */
  readonly onExport: (() => void) | undefined;
}

/** What can be done with all that waits at once. */
export const LedgerActions = ({ notebook, onExport }: LedgerActionsProps) => {
  const { t } = useWords();
  const [trying, setTrying] = useState(false);
  const tryNow = async () => {
    if (trying) return;
    setTrying(true);
    await notebook.syncNow();
    setTrying(false);
  };
  return (
    <div className={styles.actions}>
      {/* It stays enabled while it tries, so that it keeps the focus. */}
      <Button variant="primary" aria-disabled={trying} onClick={() => void tryNow()}>
        {trying ? <Spinner /> : <RefreshIcon size={18} />}
        {t('Try now')}
      </Button>
      {onExport === undefined ? null : (
        <Button onClick={onExport}>
          <DownloadIcon size={18} />
          {t('Export')}
        </Button>
      )}
      <Link className={styles.help} to="/help">
        {t('Check the connection')}
      </Link>
    </div>
  );
};
