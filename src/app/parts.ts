import { lazy } from 'react';

// A list of notes is there without the other screens and dialogs. Each is loaded behind the list, or when it is first opened.

const load = {
  account: () => import('./account-menu.tsx'),
  attachments: () => import('#src/screens/attachments/attachments.tsx'),
  clash: () => import('#src/screens/editor/conflict-banner.tsx'),
  drawer: () => import('#src/ui/drawer.tsx'),
  editor: () => import('#src/screens/editor/styled-text.tsx'),
  emptyList: () => import('#src/screens/library/list-empty.tsx'),
  evicted: () => import('./evicted-notice.tsx'),
  export: () => import('#src/screens/export/export-dialog.tsx'),
  keys: () => import('./library-keys.tsx'),
  longSort: () => import('#src/screens/library/long-sort.ts'),
  listTools: () => import('#src/screens/library/list-tools.tsx'),
  selection: () => import('#src/screens/library/selection-list.tsx'),
  gone: () => import('#src/screens/history/gone-screen.tsx'),
  help: () => import('#src/screens/help/help-screen.tsx'),
  history: () => import('./history-page.tsx'),
  landing: () => import('#src/screens/sign-in/landing.tsx'),
  linkedFrom: () => import('#src/screens/editor/linked-from.tsx'),
  ledger: () => import('#src/screens/ledger/ledger-screen.tsx'),
  markdown: () => import('#src/screens/editor/markdown-features.ts'),
  longList: () => import('./long-list-notice.tsx'),
  noteNotices: () => import('#src/screens/editor/note-notices.tsx'),
  noteTags: () => import('#src/screens/editor/note-tags.tsx'),
  notebookTools: () => import('#src/screens/library/notebook-tools.tsx'),
  notFound: () => import('./not-found.tsx'),
  note: () => import('./note-page.tsx'),
  noteHits: () => import('./note-hits.tsx'),
  print: () => import('#src/screens/reading/print-sheet.tsx'),
  palette: () => import('./command-palette.tsx'),
  reading: () => import('#src/screens/reading/read-view.tsx'),
  settings: () => import('#src/screens/settings/settings-screen.tsx'),
  shortcuts: () => import('./shortcuts-dialog.tsx'),
  marked: () => import('#src/screens/library/marked.tsx'),
  savedSearches: () => import('#src/screens/library/saved-searches.tsx'),
  searchHelp: () => import('#src/screens/library/search-help.tsx'),
  sessionNotice: () => import('./session-notice.tsx'),
  signOut: () => import('./sign-out-dialog.tsx'),
  syncSummary: () => import('./sync-summary.tsx'),
  tagTree: () => import('#src/screens/library/tag-tree.tsx'),
  updateNotice: () => import('./update-notice.tsx'),
};

export const EvictedNotice = lazy(async () => ({ default: (await load.evicted()).EvictedNotice }));
export const AccountMenu = lazy(async () => ({ default: (await load.account()).AccountMenu }));
export const CommandPalette = lazy(async () => ({ default: (await load.palette()).CommandPalette }));
export const Drawer = lazy(async () => ({ default: (await load.drawer()).Drawer }));
export const ExportDialog = lazy(async () => ({ default: (await load.export()).ExportDialog }));
export const GoneScreen = lazy(async () => ({ default: (await load.gone()).GoneScreen }));
export const HelpScreen = lazy(async () => ({ default: (await load.help()).HelpScreen }));
export const HistoryPage = lazy(async () => ({ default: (await load.history()).HistoryPage }));
export const Landing = lazy(async () => ({ default: (await load.landing()).Landing }));
export const LibraryKeys = lazy(async () => ({ default: (await load.keys()).LibraryKeys }));
export const LedgerScreen = lazy(async () => ({ default: (await load.ledger()).LedgerScreen }));
export const LongListNotice = lazy(async () => ({ default: (await load.longList()).LongListNotice }));
export const NotFound = lazy(async () => ({ default: (await load.notFound()).NotFound }));
export const NotePage = lazy(async () => ({ default: (await load.note()).NotePage }));
export const SessionNotice = lazy(async () => ({ default: (await load.sessionNotice()).SessionNotice }));
export const SettingsScreen = lazy(async () => ({ default: (await load.settings()).SettingsScreen }));
export const ShortcutsDialog = lazy(async () => ({ default: (await load.shortcuts()).ShortcutsDialog }));
export const SyncSummary = lazy(async () => ({ default: (await load.syncSummary()).SyncSummary }));
export const UpdateNotice = lazy(async () => ({ default: (await load.updateNotice()).UpdateNotice }));

// Signing in needs a network anyway.
export const SignInScreen = lazy(async () => ({
  default: (await import('#src/screens/sign-in/sign-in-screen.tsx')).SignInScreen,
}));

/** Loads all that a person may open without a network, the editor first. What cannot be loaded now is asked for when it is opened. */
export async function loadParts(): Promise<void> {
  const { note, editor, ...others } = load;
  await note().catch(askedForLater);
  await editor().catch(askedForLater);
  for (const part of Object.values(others)) await part().catch(askedForLater);
  performance.mark('all parts');
}

const askedForLater = () => undefined;
