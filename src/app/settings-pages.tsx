import type { ReactNode } from 'react';
import { Route, Routes } from 'react-router-dom';
import { type Preferences, SettingsScreen } from '#src/screens/settings/settings-screen.tsx';
import { StorageScreen } from '#src/screens/storage/storage-screen.tsx';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import { useObservable } from '#src/ui/use-observable.ts';
import { useWords } from '#src/words/use-words.ts';
import { BackLink } from './back-link.tsx';
import { NotFound } from './not-found.tsx';
import { useAttachmentHome } from './use-attachment-home.ts';

interface SettingsPagesProps {
  readonly back: ReactNode;
  readonly user: SignedInUser;
  readonly services: Services;
  readonly onExport: (notes: 'all') => void;
  /** A page that needs the notes, or what stands in its place while they are not there. */
  readonly withNotes: (page: (notebook: Notebook) => ReactNode) => ReactNode;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** The settings, and the pages behind them. */
export const SettingsPages = ({ back, user, services, onExport, withNotes, ...chosen }: SettingsPagesProps) => {
  const { t } = useWords();
  const { connection, session } = services;
  const notebook = useObservable(services.notebook);
  const home = useAttachmentHome(connection, user);
  return (
    <Routes>
      <Route
        index
        element={
          <SettingsScreen
            back={back}
            user={user}
            connection={connection}
            onExport={notebook === null ? null : () => onExport('all')}
            {...chosen}
          />
        }
      />
      <Route
        path="storage"
        element={withNotes((notes) => (
          <StorageScreen
            back={<BackLink to="/settings" label={t('Back to settings')} />}
            notebook={notes}
            connection={connection}
            home={home}
            keeps={session.keeps()}
          />
        ))}
      />
      <Route path="*" element={<NotFound />} />
    </Routes>
  );
};
