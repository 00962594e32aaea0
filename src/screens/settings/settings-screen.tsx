import { type ReactNode, useLayoutEffect } from 'react';
import { Link } from 'react-router-dom';
import type { NoteOrder } from '#src/notes/order.ts';
import type { Connection, SignedInUser } from '#src/services.ts';
import { Button } from '#src/ui/button.tsx';
import { Choice } from '#src/ui/choice.tsx';
import { Facts } from '#src/ui/facts.tsx';
import { formatBytes } from '#src/ui/format-bytes.ts';
import { Page, PageSection } from '#src/ui/page.tsx';
import { Switch } from '#src/ui/switch.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { languageNames, languages } from '#src/words/languages.ts';
import { useWords } from '#src/words/use-words.ts';
import type { Language } from '#src/words/words.ts';
import { applyAppearance } from './appearance.ts';
import styles from './settings-screen.module.css';

/** What a person has chosen for this browser. */
export interface Preferences {
  readonly language: Language | 'system';
  readonly theme: 'system' | 'light' | 'dark';
  /** Of the whole app. */
  readonly textSize: 'small' | 'normal' | 'large' | 'largest';
  /** Of the lists of notes; chosen beside them. */
  readonly order: NoteOrder;
  /** Whether single letters outside of text fields are shortcuts (WCAG 2.1.4 asks for a way to turn them off). */
  readonly letterKeys: boolean;
  /** Whether photos are made smaller before they are attached. */
  readonly smallPhotos: boolean;
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

export const SettingsScreen = ({
  back,
  user,
  connection,
  onExport,
  preferences,
  onPreferences,
}: SettingsScreenProps) => {
  const { t, locale } = useWords();
  const { theme, textSize } = preferences;
  useLayoutEffect(() => applyAppearance(document, { theme, textSize }), [theme, textSize]);
  useDocumentTitle(t('Settings · Satchel'));
  return (
    <Page title={t('Settings')} back={back}>
      <PageSection title={t('Account')}>
        <Facts facts={[[t('Signed in as'), user.email]]} />
      </PageSection>
      <PageSection title={t('Appearance')}>
        <Choice
          label={t('Theme')}
          value={theme}
          options={[
            { value: 'system', label: t('System') },
            { value: 'light', label: t('Light') },
            { value: 'dark', label: t('Dark') },
          ]}
          onChange={(chosen) => onPreferences({ ...preferences, theme: chosen })}
        />
        <Choice
          label={t('Text size')}
          value={textSize}
          options={[
            { value: 'small', label: t('Small') },
            { value: 'normal', label: t('Normal') },
            { value: 'large', label: t('Large') },
            { value: 'largest', label: t('Largest') },
          ]}
          onChange={(chosen) => onPreferences({ ...preferences, textSize: chosen })}
        />
      </PageSection>
      <PageSection title={t('Language')}>
        <Choice
          label={t('Language')}
          value={preferences.language}
          options={[
            { value: 'system', label: t('As the browser') },
            ...languages.map((value) => ({ value, label: languageNames[value] })),
          ]}
          onChange={(language) => onPreferences({ ...preferences, language })}
        />
      </PageSection>
      <PageSection title={t('Keyboard')}>
        <Switch
          label={t('Single-letter shortcuts')}
          hint={t('n for a new note, / to search, ? for all of them. They never act while you type.')}
          checked={preferences.letterKeys}
          onChange={(letterKeys) => onPreferences({ ...preferences, letterKeys })}
        />
      </PageSection>
      <PageSection title={t('Attachments')}>
        <Switch
          label={t('Make photos smaller')}
          hint={t(
            'At most 2,048 pixels wide or high, and without the place where they were taken. The originals are not kept.',
          )}
          checked={preferences.smallPhotos}
          onChange={(smallPhotos) => onPreferences({ ...preferences, smallPhotos })}
        />
        <p>
          <Link to="/settings/storage">{t('Storage on this device and in your bucket')}</Link>
        </p>
      </PageSection>
      <PageSection title={t('Your notes')}>
        <p>{t('All notes as Markdown files in one zip file, with their attachments.')}</p>
        <div>
          <Button disabled={onExport === null} onClick={() => onExport?.()}>
            {t('Export all notes')}
          </Button>
        </div>
        <p>
          <Link to="/gone">{t('Notes removed elsewhere')}</Link>
        </p>
      </PageSection>
      <PageSection title={t('Connection')}>
        {connection.kind === 'local' ? (
          <p>{t('Satchel runs against the AWS that is embedded in its own server. Nothing leaves this computer.')}</p>
        ) : null}
        <Facts
          facts={[
            [t('Region'), connection.region],
            [t('Notes API'), connection.apiUrl],
            [t('Bucket'), connection.bucket],
            [t('Attachments under'), connection.attachmentsPrefix.replaceAll('{identityId}', user.identityId)],
            [t('Largest attachment'), formatBytes(connection.maxAttachmentBytes, locale)],
            [t('User pool'), connection.userPoolId],
            [t('Identity pool'), connection.identityPoolId],
          ]}
        />
        <p>
          <Link to="/help">{t('Is the connection working?')}</Link>
        </p>
      </PageSection>
      <PageSection title={t('About')}>
        <p className={styles.about}>
          {t(
            'Satchel keeps your notes as plain Markdown on this device and in your own AWS account, and nowhere else.',
          )}
        </p>
      </PageSection>
    </Page>
  );
};
