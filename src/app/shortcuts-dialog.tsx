import { useId } from 'react';
import { Button } from '#src/ui/button.tsx';
import { Dialog } from '#src/ui/dialog.tsx';
import { Key } from '#src/ui/key.tsx';
import { keyNames } from '#src/ui/key-names.ts';
import { isSingle, type Keyboard, keysOf, type Shortcut } from '#src/ui/shortcut.ts';
import { useWords } from '#src/words/use-words.ts';
import { shortcutGroups } from './shortcut-groups.ts';
import styles from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  readonly keyboard: Keyboard;
  readonly letterKeys: boolean;
  readonly onClose: () => void;
}

/** Every key that does something. */
export const ShortcutsDialog = ({ keyboard, letterKeys, onClose }: ShortcutsDialogProps) => {
  const { t } = useWords();
  const id = useId();
  const keysHere = (row: Shortcut) => keysOf(row, keyboard).filter((key) => letterKeys || !isSingle(key));
  return (
    <Dialog title={t('Keyboard shortcuts')} onClose={onClose} actions={<Button onClick={onClose}>{t('Close')}</Button>}>
      {shortcutGroups.map(({ name, shortcuts }, at) => (
        <section key={name} aria-labelledby={`${id}-${at}`}>
          <h3 id={`${id}-${at}`} className={styles.group}>
            {t(name)}
          </h3>
          <dl className={styles.keys}>
            {shortcuts.map((row) =>
              keysHere(row).length === 0 ? null : (
                <div key={row.id} className={styles.row}>
                  <dt>{t(row.name)}</dt>
                  {keysHere(row).map((key) => (
                    <dd key={key}>
                      <KeysTogether of={key} keyboard={keyboard} />
                    </dd>
                  ))}
                </div>
              ),
            )}
          </dl>
        </section>
      ))}
      <p>
        {letterKeys
          ? t('Single letters act where nothing is typed. They can be turned off in Settings.')
          : t('Single letters are turned off in Settings.')}
      </p>
    </Dialog>
  );
};

const KeysTogether = ({ of: key, keyboard }: { readonly of: string; readonly keyboard: Keyboard }) => {
  const words = useWords();
  return keyNames(key, keyboard, words).map((name) => <Key key={name}>{name}</Key>);
};
