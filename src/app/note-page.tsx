import { type ReactNode, type RefObject, Suspense, useRef, useState } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import { AttachButton } from '#src/screens/attachments/attach-button.tsx';
import { DropArea } from '#src/screens/attachments/drop-area.tsx';
import { useAttaching } from '#src/screens/attachments/use-attaching.ts';
import type { Draft } from '#src/screens/editor/draft.ts';
import { EditorNeedsContext } from '#src/screens/editor/editor-needs.ts';
import { NoteEditor } from '#src/screens/editor/note-editor.tsx';
import { styledText } from '#src/screens/editor/note-text.tsx';
import type { TextSurface } from '#src/screens/editor/text-surface.ts';
import type { PaperText } from '#src/screens/reading/paper-text.ts';
import type { Printer } from '#src/screens/reading/print-sheet.tsx';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import { EditIcon, ReadIcon } from '#src/ui/action-icons.tsx';
import { IconButton } from '#src/ui/icon-button.tsx';
import { PaperclipIcon } from '#src/ui/icons.tsx';
import type { MenuItem } from '#src/ui/menu.tsx';
import { useWords } from '#src/words/use-words.ts';
import {
  AttachMenu,
  Attachments,
  LinkedFrom,
  NoteHits,
  PrintSheet,
  ReadPane,
  readPane,
  UploadsLeft,
} from './note-parts.ts';
import { TextFocus } from './text-focus.tsx';
import { useAttachmentHome } from './use-attachment-home.ts';
import { useEditorNeeds } from './use-editor-needs.ts';

interface NotePageProps {
  readonly services: Services;
  readonly user: SignedInUser;
  readonly notebook: Notebook;
  readonly id: NoteId;
  readonly isNew: boolean;
  /** What was typed into a new note before this page was there. */
  readonly draft: () => Draft;
  readonly listSearch: string;
  /** Whether photos are made smaller before they are attached. */
  readonly smallPhotos: boolean;
  readonly onExport: (notes: readonly NoteId[]) => void;
  /** Told what can be done with the note. */
  readonly onItems: (items: readonly MenuItem[]) => void;
  readonly start: ReactNode;
  /** Whether notes are shown as they read, in place of the text box. */
  readonly reading: boolean;
  readonly onReading: (reading: boolean) => void;
  /** Whether the text is to have the focus once it is there. */
  readonly toText: RefObject<boolean>;
}

/** What it shows in the middle. */
export { readPane, styledText };

/** One note with its attachments: where the editor and the attachments, which do not know of each other, come together. */
export const NotePage = ({
  services,
  user,
  notebook,
  id,
  isNew,
  draft,
  listSearch,
  smallPhotos,
  start,
  onExport,
  onItems,
  reading,
  onReading,
  toText,
}: NotePageProps) => {
  const attaching = useAttaching(notebook.files, id, smallPhotos, services.startWorker);
  const home = useAttachmentHome(services.connection, user);
  const typed = new URLSearchParams(listSearch).get('q')?.trim() ?? '';
  const { t } = useWords();
  const mode = reading ? t('Write') : t('Read');
  const modeIcon = reading ? <EditIcon /> : <ReadIcon />;
  const text = useRef<TextSurface | null>(null);
  const attachButton = useRef<HTMLButtonElement>(null);
  const offer = (items: readonly MenuItem[]) => {
    const here: MenuItem[] = [];
    if (attachButton.current !== null) {
      const choose = () => attachButton.current?.click();
      here.push({ id: 'attach', label: t('Attach files'), icon: <PaperclipIcon size={18} />, onSelect: choose });
    }
    const turn = () => {
      toText.current = reading;
      onReading(!reading);
    };
    const write = () => (reading ? turn() : text.current?.focus());
    here.push({ id: 'write', label: t('Into the text'), icon: <EditIcon size={18} />, onSelect: write });
    if (!isNew) here.push({ id: 'read', label: mode, icon: modeIcon, onSelect: turn });
    onItems([...items, ...here]);
  };
  const [paper, setPaper] = useState<PaperText | null>(null);
  const printer = useRef<Printer>(null);
  const openPicture = useRef<(key: string) => void>(null);
  const needs = useEditorNeeds(notebook, home, listSearch, openPicture);
  return (
    <EditorNeedsContext value={needs}>
      <NoteEditor
        notebook={notebook}
        id={id}
        isNew={isNew}
        draft={draft}
        listSearch={listSearch}
        now={services.now}
        start={start}
        saved={attaching.uploads.length + attaching.shrinking.all > 0 && <UploadsLeft {...attaching} />}
        onExport={() => onExport([id])}
        onPrint={() => (printer.current === null ? window.print() : void printer.current.print())}
        onItems={offer}
        around={(pane, { editable, placeOf }) => (
          <DropArea active={editable} onFiles={(files, point) => attaching.attach(files, placeOf(point))}>
            {pane}
          </DropArea>
        )}
        tools={(placeOf) => (
          <>
            <AttachButton ref={attachButton} onFiles={(files) => attaching.attach(files, placeOf(null))} />
            <AttachMenu
              smallPhotos={smallPhotos}
              now={services.now}
              onFiles={(files, as) => attaching.attach(files, placeOf(null), as)}
            />
          </>
        )}
        modes={<IconButton label={mode} icon={modeIcon} onClick={() => onReading(!reading)} />}
        instead={({ body, onBody }) =>
          reading ? (
            <Suspense>
              <ReadPane
                services={services}
                notebook={notebook}
                home={home}
                needs={needs}
                body={body}
                onBody={onBody}
                onText={setPaper}
              />
            </Suspense>
          ) : null
        }
        over={({ body, surface }) => (
          <>
            <PrintSheet ref={printer} body={body} startWorker={services.startWorker} picture={needs.picture} />
            <TextFocus surface={surface} current={text} wanted={toText} reading={reading} />
            {typed === '' ? null : (
              <NoteHits
                key={`${reading} ${typed}`}
                typed={typed}
                body={body}
                surface={surface}
                paper={reading ? paper : undefined}
                now={services.now}
              />
            )}
          </>
        )}
        below={({ record, editable }) => (
          <>
            <Attachments
              notebook={notebook}
              id={id}
              text={record?.text ?? ''}
              wire={record?.attachment ?? null}
              home={home}
              attaching={attaching}
              editable={editable}
              openPicture={openPicture}
            />
            {record === undefined ? null : <LinkedFrom notebook={notebook} id={id} listSearch={listSearch} />}
          </>
        )}
      />
    </EditorNeedsContext>
  );
};
