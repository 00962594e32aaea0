import { lazy } from 'react';

// A list of notes is there without the other screens and dialogs. Each is loaded behind the list, or when it is first opened.

const load = {
  export: () => import('#src/screens/export/export-dialog.tsx'),
  gone: () => import('#src/screens/history/gone-screen.tsx'),
  help: () => import('#src/screens/help/help-screen.tsx'),
  history: () => import('./history-page.tsx'),
  landing: () => import('#src/screens/sign-in/landing.tsx'),
  ledger: () => import('#src/screens/ledger/ledger-screen.tsx'),
  note: () => import('./note-page.tsx'),
  settings: () => import('#src/screens/settings/settings-screen.tsx'),
  shortcuts: () => import('./shortcuts-dialog.tsx'),
  signOut: () => import('./sign-out-dialog.tsx'),
};

export const ExportDialog = lazy(async () => ({ default: (await load.export()).ExportDialog }));
export const GoneScreen = lazy(async () => ({ default: (await load.gone()).GoneScreen }));
export const HelpScreen = lazy(async () => ({ default: (await load.help()).HelpScreen }));
export const HistoryPage = lazy(async () => ({ default: (await load.history()).HistoryPage }));
export const Landing = lazy(async () => ({ default: (await load.landing()).Landing }));
export const LedgerScreen = lazy(async () => ({ default: (await load.ledger()).LedgerScreen }));
export const NotePage = lazy(async () => ({ default: (await load.note()).NotePage }));
export const SettingsScreen = lazy(async () => ({ default: (await load.settings()).SettingsScreen }));
export const ShortcutsDialog = lazy(async () => ({ default: (await load.shortcuts()).ShortcutsDialog }));
export const SignOutDialog = lazy(async () => ({ default: (await load.signOut()).SignOutDialog }));

// Signing in needs a network anyway.
export const SignInAgain = lazy(async () => ({
  default: (await import('#src/screens/sign-in/sign-in-again.tsx')).SignInAgain,
}));
export const SignInScreen = lazy(async () => ({
  default: (await import('#src/screens/sign-in/sign-in-screen.tsx')).SignInScreen,
}));

/** Loads all that a person may open without a network, the editor first. What cannot be loaded now is asked for when it is opened. */
export async function loadParts(): Promise<void> {
  const { note, ...others } = load;
  await note().catch(askedForLater);
  for (const part of Object.values(others)) await part().catch(askedForLater);
}

const askedForLater = () => undefined;
