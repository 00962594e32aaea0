import { useNavigate } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import type { Notebook, Session, SignedInUser } from '#src/services.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { AccountIcon, KeyboardIcon, SettingsIcon, SignOutIcon } from '#src/ui/later-icons.tsx';
import { onDemand } from '#src/ui/lazy-part.tsx';
import { Menu } from '#src/ui/menu.tsx';
import { useWords } from '#src/words/use-words.ts';
import styles from './account-menu.module.css';
import { isAllSent } from './unsent.ts';

const SignOutDialog = onDemand(
  () => import('./sign-out-dialog.tsx'),
  (part) => part.SignOutDialog,
);

interface AccountMenuProps {
  readonly session: Session;
  readonly user: SignedInUser;
  readonly notebook: Notebook;
  readonly onShortcuts: () => void;
  readonly onExport: (ids: readonly NoteId[]) => void;
  /** Whether signing out asks, and the way to change that: it goes on where a turned screen moves the menu elsewhere. */
  readonly asked: readonly [boolean, (asking: boolean) => void];
  /** Shows the icon alone. */
  readonly compact: boolean;
}

/** The button "Account" and its menu. Signing out asks first where something would be lost by it. */
export const AccountMenu = ({ session, user, notebook, onShortcuts, onExport, asked, compact }: AccountMenuProps) => {
  const { t } = useWords();
  const navigate = useNavigate();
  const [asking, setAsking] = asked;
  const signOut = async () => {
    setAsking(false);
    await session.signOut();
    await navigate('/', { replace: true });
  };
  const leave = async () => ((await isAllSent(notebook)) ? signOut() : setAsking(true));
  return (
    <>
      <Menu
        label={t('Account')}
        align={compact ? 'end' : 'start'}
        header={user.email}
        items={[
          { label: t('Settings'), icon: <SettingsIcon size={18} />, onSelect: () => void navigate('/settings') },
          { label: t('Keyboard shortcuts'), icon: <KeyboardIcon size={18} />, onSelect: onShortcuts },
          'separator',
          {
            label: t('Sign out'),
            icon: <SignOutIcon size={18} />,
            onSelect: () => void leave(),
          },
        ]}
        trigger={(props) =>
          compact ? (
            <IconButton label={t('Account')} icon={<AccountIcon />} {...props} />
          ) : (
            <button type="button" className={styles.button} {...props}>
              <span className={styles.icon}>
                <AccountIcon size={18} />
              </span>
              {t('Account')}
            </button>
          )
        }
      />
      {asking ? (
        <SignOutDialog
          notebook={notebook}
          onClose={() => setAsking(false)}
          onSignOut={() => void signOut()}
          onExport={onExport}
        />
      ) : null}
    </>
  );
};
