import { type ReactNode, Suspense, useState } from 'react';
import { type Preferences, SettingsScreen } from '#src/screens/settings/settings-screen.tsx';
import type { Connection, Notebook, SignedInUser } from '#src/services.ts';
import { ExportDialog } from './export-dialog.ts';
import { useAttachmentHome } from './use-attachment-home.ts';

interface SettingsPageProps {
  readonly back: ReactNode;
  readonly user: SignedInUser;
  readonly connection: Connection;
  /** null: the notes are not at hand (yet), and cannot be exported. */
  readonly notebook: Notebook | null;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

/** The settings, and what they open. */
export const SettingsPage = ({ notebook, ...settings }: SettingsPageProps) => {
  const home = useAttachmentHome(settings.connection, settings.user);
  const [exporting, setExporting] = useState(false);
  return (
    <>
      <SettingsScreen {...settings} onExport={notebook === null ? null : () => setExporting(true)} />
      <Suspense>
        {exporting && notebook !== null ? (
          <ExportDialog notebook={notebook} home={home} notes="all" onClose={() => setExporting(false)} />
        ) : null}
      </Suspense>
    </>
  );
};
