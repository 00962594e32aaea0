import type { ReactNode } from 'react';
import { Link } from 'react-router-dom';
import type { Connection, SignedInUser } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { Page, PageSection } from '#src/ui/page.tsx';
import { Switch } from '#src/ui/switch.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import styles from './settings-screen.module.css';

/** What a person has chosen for this browser. */
export interface Preferences {
  readonly theme: 'system' | 'light' | 'dark';
  /** Whether single letters outside of text fields are shortcuts (WCAG 2.1.4 asks for a way to turn them off). */
  readonly letterKeys: boolean;
}

interface SettingsScreenProps {
  readonly back: ReactNode;
  readonly user: SignedInUser;
  readonly connection: Connection;
  /** null: the notes are not at hand. */
  readonly onExport: (() => void) | null;
  readonly preferences: Preferences;
  readonly onPreferences: (preferences: Preferences) => void;
}

const themes = [
  { value: 'system', label: 'System' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const;

export const SettingsScreen = ({
  back,
  user,
  connection,
  onExport,
  preferences,
  onPreferences,
}: SettingsScreenProps) => {
  useDocumentTitle('Settings · Satchel');
  return (
    <Page title="Settings" back={back}>
      <PageSection title="Account">
        <Facts facts={[['Signed in as', user.email]]} />
      </PageSection>
      <PageSection title="Appearance">
        <Choice
          label="Theme"
          value={preferences.theme}
          options={themes}
          onChange={(theme) => onPreferences({ ...preferences, theme })}
        />
      </PageSection>
      <PageSection title="Keyboard">
        <Switch
          label="Single-letter shortcuts"
          hint="n for a new note, / to search, j and k in the list. They never act while you type."
          checked={preferences.letterKeys}
          onChange={(letterKeys) => onPreferences({ ...preferences, letterKeys })}
        />
      </PageSection>
      <PageSection title="Your notes">
        <p>All notes as Markdown files in one zip file, with their attachments.</p>
        <div>
          <Button disabled={onExport === null} onClick={() => onExport?.()}>
            Export all notes
          </Button>
        </div>
        <p>
          <Link to="/gone">Notes removed elsewhere</Link>
        </p>
      </PageSection>
      <PageSection title="Connection">
        {connection.kind === 'local' ? (
          <p>Satchel runs against the AWS that is embedded in its own server. Nothing leaves this computer.</p>
        ) : null}
        <Facts
          facts={[
            ['Region', connection.region],
            ['Notes API', connection.apiUrl],
            ['Bucket', connection.bucket],
            ['Attachments under', connection.attachmentsPrefix.replaceAll('{identityId}', user.identityId)],
            ['Largest attachment', formatBytes(connection.maxAttachmentBytes)],
            ['User pool', connection.userPoolId],
            ['Identity pool', connection.identityPoolId],
          ]}
        />
        <p>
          <Link to="/help">Is the connection working?</Link>
        </p>
      </PageSection>
      <PageSection title="About">
        <p className={styles.about}>
          Satchel keeps your notes as plain Markdown on this device and in your own AWS account, and nowhere else.
        </p>
      </PageSection>
    </Page>
  );
};
