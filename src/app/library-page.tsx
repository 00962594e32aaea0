import { type ReactNode, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import type { NoteId } from '#src/notes/note-id.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import type { NoteOrder } from '#src/notes/order.ts';
import { type Draft, emptyDraft } from '#src/screens/editor/draft.ts';
import { EditorLoading, NothingOpen } from '#src/screens/editor/editor-placeholders.tsx';
import { FirstKeys } from '#src/screens/editor/first-keys.tsx';
import { Library } from '#src/screens/library/library.tsx';
import type { RowThumbnail } from '#src/screens/library/note-row.tsx';
import type { Notebook, Services, SignedInUser, StoreFailure } from '#src/services.ts';
import { IconButton } from '#src/ui/icon-button.tsx';
import { CloseIcon, SidebarIcon } from '#src/ui/icons.tsx';
import type { MenuItem } from '#src/ui/menu.tsx';
import { useDocumentTitle } from '#src/ui/use-document-title.ts';
import { useMediaQuery } from '#src/ui/use-media-query.ts';
import { useNow } from '#src/ui/use-now.ts';
import { useWords } from '#src/words/use-words.ts';
import { BackLink } from './back-link.tsx';
import { DeviceNotice } from './device-trouble.tsx';
import styles from './library-frame.module.css';
import {
  AccountMenu,
  CommandPalette,
  Drawer,
  EvictedNotice,
  LibraryKeys,
  LongListNotice,
  loadParts,
  NotePage,
  SessionNotice,
  SharedDraft,
  ShortcutsDialog,
  SyncSummary,
  Thumbnail,
  UpdateNotice,
} from './parts.ts';
import { Sidebar } from './sidebar.tsx';
import { SyncAnnouncer } from './sync-announcer.tsx';
import { useOpenNoteId } from './use-open-note-id.ts';

interface LibraryPageProps {
  readonly services: Services;
  readonly user: SignedInUser;
  readonly notebook: Notebook;
  /** What has become of the device's copy since; the notes that are open stay on screen. */
  readonly failure: StoreFailure | null;
  readonly letterKeys: boolean;
  readonly smallPhotos: boolean;
  readonly order: NoteOrder;
  readonly onOrder: (order: NoteOrder) => void;
  /** The browser had thrown this device's copy away; null: it had not, or that is no news any more. */
  readonly onEvictedSeen: (() => void) | null;
  readonly onExport: (ids: readonly NoteId[]) => void;
}

/** Notebooks, list and note, side by side as far as the window allows. */
export const LibraryPage = ({
  services,
  user,
  notebook,
  failure,
  letterKeys,
  smallPhotos,
  order,
  onOrder,
  onEvictedSeen,
  onExport,
}: LibraryPageProps) => {
  const { t } = useWords();
  const wide = useMediaQuery('(min-width: 68.75rem)');
  const narrow = useMediaQuery('(max-width: 47.99rem)');
  const { key: visit, search } = useLocation();
  const now = useNow(services.now);
  const open = useOpenNoteId(notebook);
  const firstKeys = useRef(new Map<NoteId, Draft>());
  const searchBox = useRef<HTMLInputElement>(null);
  const [shortcuts, setShortcuts] = useState(false);
  const [palette, setPalette] = useState(false);
  const asked = useState(false);
  const [reading, setReading] = useState(false);
  // Whoever begins a note writes.
  if (reading && open?.isNew === true) setReading(false);
  /** What the open note's menu offers. */
  const noteItems = useRef<readonly MenuItem[]>([]);
  const listed = useRef<() => readonly NoteSummary[]>(() => []);
  const toText = useRef(false);
  const [drawer, setDrawer] = useState<string | null>(null);

  const thumbnail = useCallback<RowThumbnail>((keys) => <Thumbnail files={notebook.files} keys={keys} />, [notebook]);
  const toSearch = useCallback(() => searchBox.current?.focus(), []);
  const toShortcuts = useCallback(() => setShortcuts(true), []);
  const closePalette = useCallback(() => setPalette(false), []);
  const toPalette = useCallback(() => setPalette(true), []);
  const around = { open: open?.id ?? null, search, navigate: useNavigate(), listed, noteItems, toText };

  useEffect(() => {
    void loadParts();
    // As the app's shortcut on a home screen opens it.
    if (window.location.hash === '#search') searchBox.current?.focus();
  }, []);
  const shared = open?.isNew ? services.shared.text() : '';
  const [, setDecided] = useState('');
  const back = narrow ? <BackLink to={{ pathname: '/', search }} /> : null;

  const account = (
    <div className={styles.account}>
      <AccountMenu
        session={services.session}
        user={user}
        notebook={notebook}
        onShortcuts={toShortcuts}
        onExport={onExport}
        asked={asked}
        compact={!wide}
      />
    </div>
  );
  return (
    <div className={styles.frame} data-open={open === null ? 'list' : 'note'}>
      {wide ? (
        <header className={styles.sidebar}>
          <Sidebar
            notebook={notebook}
            foot={
              <>
                <SyncSummary notebook={notebook} now={now} />
                {account}
              </>
            }
          />
        </header>
      ) : drawer === visit ? (
        // The drawer belongs to this visit: choosing a notebook is another one, and closes it.
        <Drawer label={t('Notebooks')} onClose={() => setDrawer(null)}>
          <Sidebar
            notebook={notebook}
            end={<IconButton label={t('Close')} icon={<CloseIcon />} onClick={() => setDrawer(null)} />}
          />
        </Drawer>
      ) : null}
      <main id="main" tabIndex={-1} className={styles.main}>
        <div className={styles.list}>
          {narrow && open === null ? <SessionNotice notebook={notebook} /> : null}
          <LongListNotice notebook={notebook} />
          <UpdateNotice updates={services.updates} />
          {failure === null && onEvictedSeen === null ? null : (
            <div className={styles.trouble}>
              {failure === null ? null : <DeviceNotice failure={failure} />}
              {onEvictedSeen === null ? null : <EvictedNotice onDismiss={onEvictedSeen} />}
            </div>
          )}
          <Library
            notebook={notebook}
            open={open?.id ?? null}
            now={now}
            letterKeys={letterKeys}
            order={order}
            onOrder={onOrder}
            onExport={onExport}
            thumbnail={thumbnail}
            searchRef={searchBox}
            listed={listed}
            start={
              wide ? null : (
                <IconButton label={t('Show notebooks')} icon={<SidebarIcon />} onClick={() => setDrawer(visit)} />
              )
            }
            end={wide ? null : account}
          />
          {wide ? null : (
            <div className={styles.foot}>
              <SyncSummary notebook={notebook} now={now} />
            </div>
          )}
        </div>
        <div className={styles.note}>
          {narrow && open === null ? null : <SessionNotice notebook={notebook} />}
          {open === null ? (
            <NothingOpenHere />
          ) : shared !== '' ? (
            <Suspense fallback={<EditorLoading />}>
              <SharedDraft
                notebook={notebook}
                text={shared}
                start={back}
                onDraft={(draft) => firstKeys.current.set(open.id, draft)}
                onDecided={() => {
                  services.shared.decided();
                  setDecided(shared);
                }}
              />
            </Suspense>
          ) : (
            <Suspense
              key={open.id}
              fallback={
                open.isNew && !firstKeys.current.has(open.id) ? (
                  <FirstKeys onChange={(draft) => firstKeys.current.set(open.id, draft)} />
                ) : (
                  <EditorLoading />
                )
              }
            >
              <NotePage
                smallPhotos={smallPhotos}
                services={services}
                user={user}
                notebook={notebook}
                id={open.id}
                isNew={open.isNew}
                draft={() => firstKeys.current.get(open.id) ?? emptyDraft}
                listSearch={search}
                onExport={onExport}
                reading={reading}
                onReading={setReading}
                toText={toText}
                onItems={(items) => {
                  noteItems.current = items;
                }}
                start={back}
              />
            </Suspense>
          )}
        </div>
      </main>
      <SyncAnnouncer notebook={notebook} />
      <LibraryKeys
        keyboard={services.keyboard}
        letterKeys={letterKeys}
        around={around}
        searchBox={searchBox}
        onPalette={toPalette}
        onHelp={toShortcuts}
      />
      {palette ? (
        <CommandPalette
          notebook={notebook}
          keyboard={services.keyboard}
          letterKeys={letterKeys}
          onSearch={toSearch}
          onShortcuts={toShortcuts}
          around={around}
          onClose={closePalette}
        />
      ) : null}
      {shortcuts ? (
        <ShortcutsDialog keyboard={services.keyboard} letterKeys={letterKeys} onClose={() => setShortcuts(false)} />
      ) : null}
    </div>
  );
};

const NothingOpenHere = (): ReactNode => {
  const { t } = useWords();
  useDocumentTitle(t('Notes · Satchel'));
  return <NothingOpen />;
};
