import { act, render } from '@testing-library/react';
import { PointerEventsCheckLevel, userEvent } from '@testing-library/user-event';
import { App } from '#src/app/app.tsx';
// What the app loads behind the list is at hand here, so that a test needs not wait for it.
import '#src/app/evicted-notice.tsx';
import '#src/app/account-menu.tsx';
import '#src/screens/attachments/attach-menu.tsx';
import '#src/screens/attachments/gallery.tsx';
import '#src/screens/attachments/missing-picture.ts';
import '#src/screens/attachments/thumbnail.tsx';
import '#src/screens/attachments/uploads-left.tsx';
import '#src/screens/reading/read-view.tsx';
import '#src/app/command-palette.tsx';
import '#src/ui/drawer.tsx';
import '#src/app/history-page.tsx';
import '#src/app/not-found.tsx';
import '#src/app/long-list-notice.tsx';
import '#src/app/note-hits.tsx';
import '#src/app/library-keys.tsx';
import '#src/app/note-page.tsx';
import '#src/app/pictures-page.tsx';
import '#src/app/settings-pages.tsx';
import '#src/app/note-attachments.tsx';
import '#src/app/read-pane.tsx';
import '#src/app/session-notice.tsx';
import '#src/app/shortcuts-dialog.tsx';
import '#src/app/sign-out-dialog.tsx';
import '#src/app/stray-files.tsx';
import '#src/app/sync-summary.tsx';
import '#src/app/update-notice.tsx';
import '#src/screens/export/export-dialog.tsx';
import '#src/screens/help/help-screen.tsx';
import '#src/screens/history/gone-screen.tsx';
import '#src/screens/ledger/ledger-screen.tsx';
import '#src/screens/editor/conflict-banner.tsx';
import '#src/screens/editor/linked-from.tsx';
import '#src/screens/editor/note-notices.tsx';
import '#src/screens/editor/note-tags.tsx';
import '#src/screens/library/notebook-tools.tsx';
import '#src/screens/library/list-empty.tsx';
import '#src/screens/library/long-sort.ts';
import '#src/screens/library/marked.tsx';
import '#src/screens/library/list-tools.tsx';
import '#src/screens/library/selection-list.tsx';
import '#src/screens/library/later-notebooks.tsx';
import '#src/screens/library/search-help.tsx';
import '#src/screens/library/tag-tree.tsx';
import '#src/screens/sign-in/landing.tsx';
import type { PreferenceStorage } from '#src/app/preferences.ts';
import type { Words } from '#src/words/words.ts';
import { english } from './english.ts';
import { createFakeServices, type FakeServices } from './fake-services.ts';

interface RenderAppOptions {
  /** Path and query of the page. */
  readonly url?: string;
  readonly fake?: FakeServices;
  readonly storage?: PreferenceStorage;
  readonly words?: Words;
  readonly languages?: readonly string[];
}

/** The whole app in the page, over fake services, with somebody at the keyboard. */
export const renderApp = async ({
  url = '/',
  fake = createFakeServices(),
  storage = null,
  words = english,
  languages = ['en-US'],
}: RenderAppOptions = {}) => {
  window.history.replaceState(null, '', url);
  const page = await act(async () =>
    render(<App services={fake.services} storage={storage} words={words} languages={languages} />),
  );
  // There are no style sheets here that could take the pointer from anything.
  return { ...fake, user: userEvent.setup({ pointerEventsCheck: PointerEventsCheckLevel.Never }), page };
};

/** The path and query that the app is at. */
export const address = (): string => window.location.pathname + window.location.search;
