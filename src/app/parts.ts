import { accessory, essential, onDemand, partFile } from '#src/ui/lazy-part.tsx';

// A list of notes is there without the other screens and dialogs. Each is loaded behind the list, or when it is first opened.

const note = partFile(() => import('./note-page.tsx'));
const load = {
  account: () => import('./account-menu.tsx'),
  attachments: () => import('./note-attachments.tsx'),
  clash: () => import('#src/screens/editor/conflict-banner.tsx'),
  drawer: () => import('#src/ui/drawer.tsx'),
  emptyList: () => import('#src/screens/library/list-empty.tsx'),
  evicted: () => import('./evicted-notice.tsx'),
  export: () => import('#src/screens/export/export-dialog.tsx'),
  keys: () => import('./library-keys.tsx'),
  longSort: () => import('#src/screens/library/long-sort.ts'),
  listTools: () => import('#src/screens/library/list-tools.tsx'),
  selection: () => import('#src/screens/library/selection-list.tsx'),
  missingPicture: () => import('#src/screens/attachments/missing-picture.ts'),
  uploadsLeft: () => import('#src/screens/attachments/uploads-left.tsx'),
  gone: partFile(() => import('#src/screens/history/gone-screen.tsx')),
  help: partFile(() => import('#src/screens/help/help-screen.tsx')),
  history: partFile(() => import('./history-page.tsx')),
  landing: partFile(() => import('#src/screens/sign-in/landing.tsx')),
  linkedFrom: () => import('#src/screens/editor/linked-from.tsx'),
  ledger: partFile(() => import('#src/screens/ledger/ledger-screen.tsx')),
  markdown: () => import('#src/screens/editor/markdown-features.ts'),
  longList: () => import('./long-list-notice.tsx'),
  noteNotices: () => import('#src/screens/editor/note-notices.tsx'),
  noteTags: () => import('#src/screens/editor/note-tags.tsx'),
  notebookTools: () => import('#src/screens/library/notebook-tools.tsx'),
  notFound: partFile(() => import('./not-found.tsx')),
  note,
  editor: async () => (await note()).styledText(),
  reading: async () => (await note()).readPane(),
  noteHits: () => import('./note-hits.tsx'),
  print: () => import('#src/screens/reading/print-sheet.tsx'),
  palette: () => import('./command-palette.tsx'),
  pictures: partFile(() => import('./pictures-page.tsx')),
  settings: partFile(() => import('./settings-pages.tsx')),
  // Behind the note's own page, which takes its place in one go.
  shared: partFile(() => note().then(() => import('#src/screens/editor/shared-draft.tsx'))),
  shortcuts: () => import('./shortcuts-dialog.tsx'),
  marked: () => import('#src/screens/library/marked.tsx'),
  laterNotebooks: () => import('#src/screens/library/later-notebooks.tsx'),
  searchHelp: () => import('#src/screens/library/search-help.tsx'),
  sessionNotice: () => import('./session-notice.tsx'),
  signOut: () => import('./sign-out-dialog.tsx'),
  gallery: () => import('#src/screens/attachments/gallery.tsx'),
  thumbnail: () => import('#src/screens/attachments/thumbnail.tsx'),
  stray: () => import('./stray-files.tsx'),
  syncSummary: () => import('./sync-summary.tsx'),
  tagTree: () => import('#src/screens/library/tag-tree.tsx'),
  updateNotice: () => import('./update-notice.tsx'),
};

export const EvictedNotice = accessory(load.evicted, (part) => part.EvictedNotice);
export const AccountMenu = accessory(load.account, (part) => part.AccountMenu);
export const CommandPalette = onDemand(load.palette, (part) => part.CommandPalette);
export const Drawer = onDemand(load.drawer, (part) => part.Drawer);
export const ExportDialog = onDemand(load.export, (part) => part.ExportDialog);
export const GoneScreen = essential(load.gone, (part) => part.GoneScreen);
export const HelpScreen = essential(load.help, (part) => part.HelpScreen);
export const HistoryPage = essential(load.history, (part) => part.HistoryPage);
export const Landing = essential(load.landing, (part) => part.Landing);
export const LibraryKeys = accessory(load.keys, (part) => part.LibraryKeys);
export const LedgerScreen = essential(load.ledger, (part) => part.LedgerScreen);
export const LongListNotice = accessory(load.longList, (part) => part.LongListNotice);
export const NotFound = essential(load.notFound, (part) => part.NotFound);
export const NotePage = essential(load.note, (part) => part.NotePage);
export const PicturesPage = essential(load.pictures, (part) => part.PicturesPage);
export const SessionNotice = accessory(load.sessionNotice, (part) => part.SessionNotice);
export const SettingsPages = essential(load.settings, (part) => part.SettingsPages);
export const SharedDraft = essential(load.shared, (part) => part.SharedDraft);
export const ShortcutsDialog = onDemand(load.shortcuts, (part) => part.ShortcutsDialog);
export const StrayFiles = accessory(load.stray, (part) => part.StrayFiles);
export const SyncSummary = accessory(load.syncSummary, (part) => part.SyncSummary);
export const Thumbnail = accessory(load.thumbnail, (part) => part.Thumbnail);
export const UpdateNotice = accessory(load.updateNotice, (part) => part.UpdateNotice);

// Signing in needs a network anyway.
export const SignInScreen = essential(
  partFile(() => import('#src/screens/sign-in/sign-in-screen.tsx')),
  (part) => part.SignInScreen,
);

/** Loads all that a person may open without a network, the editor first. What cannot be loaded now is asked for when it is opened. */
export async function loadParts(): Promise<void> {
  const { note, editor, ...others } = load;
  await note().catch(askedForLater);
  await editor().catch(askedForLater);
  for (const part of Object.values(others)) await part().catch(askedForLater);
  performance.mark('all parts');
}

const askedForLater = () => undefined;
