import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './shortcuts-dialog.module.css';

const always = [
  ['Command palette', ['Ctrl or ⌘', 'K']],
  ['Search', ['Ctrl or ⌘', 'Shift', 'F']],
  ['Bold', ['Ctrl or ⌘', 'B']],
  ['Italic', ['Ctrl or ⌘', 'I']],
  ['Code', ['Ctrl or ⌘', 'E']],
  ['Tick a task, open a link', ['Ctrl or ⌘', 'Enter']],
  ['Find in the note', ['Ctrl or ⌘', 'F']],
  ['Move in the list', ['↑', '↓']],
  ['From a note to the list', ['Esc']],
] as const;

const letters = [
  ['New note', ['n']],
  ['Search', ['/']],
  ['Down and up in the list', ['j', 'k']],
  ['These shortcuts', ['?']],
] as const;

export const ShortcutsDialog = ({
  letterKeys,
  onClose,
}: {
  readonly letterKeys: boolean;
  readonly onClose: () => void;
}) => {
  const { t } = useWords();
  return (
    <Dialog title={t('Keyboard shortcuts')} onClose={onClose} actions={<Button onClick={onClose}>{t('Close')}</Button>}>
      <dl className={styles.keys}>
        {(letterKeys ? [...letters, ...always] : always).map(([what, keys]) => (
          <div key={keys.join(' ')} className={styles.row}>
            <dt>{t(what)}</dt>
            <dd>
              {keys.map((key) => (
                <kbd key={key} className={styles.key}>
                  {key === 'Ctrl or ⌘' || key === 'Shift' || key === 'Enter' ? t(key) : key}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <p>
        {letterKeys
          ? t('Single letters can be turned off in Settings.')
          : t('Single letters are turned off in Settings.')}
      </p>
    </Dialog>
  );
};
