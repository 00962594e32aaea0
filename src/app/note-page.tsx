import { type ReactNode, Suspense } from 'react';
import type { NoteId } from '#src/notes/note-id.ts';
import { AttachButton } from '#src/screens/attachments/attach-button.tsx';
import { DropArea } from '#src/screens/attachments/drop-area.tsx';
import { useAttaching } from '#src/screens/attachments/use-attaching.ts';
import type { Draft } from '#src/screens/editor/draft.ts';
import { EditorNeedsContext } from '#src/screens/editor/editor-needs.ts';
import { NoteEditor } from '#src/screens/editor/note-editor.tsx';
import type { Notebook, Services, SignedInUser } from '#src/services.ts';
import type { MenuItem } from '#src/ui/menu.tsx';
import { Attachments, NoteHits } from './note-parts.ts';
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
  readonly onExport: (notes: readonly NoteId[]) => void;
  /** Told what can be done with the note. */
  readonly onItems: (items: readonly MenuItem[]) => void;
  readonly start: ReactNode;
}

/** One note with its attachments: where the editor and the attachments, which do not know of each other, come together. */
export const NotePage = ({
  services,
  user,
  notebook,
  id,
  isNew,
  draft,
  listSearch,
  start,
  onExport,
  onItems,
}: NotePageProps) => {
  const attaching = useAttaching(notebook, id);
  const home = useAttachmentHome(services.connection, user);
  const typed = new URLSearchParams(listSearch).get('q')?.trim() ?? '';
  const needs = useEditorNeeds(notebook, home, listSearch);
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
        onExport={() => onExport([id])}
        onItems={onItems}
        around={(pane, { editable }) => (
          <DropArea active={editable} onFiles={attaching.attach}>
            {pane}
          </DropArea>
        )}
        tools={<AttachButton onFiles={attaching.attach} />}
        over={({ body, surface }) =>
          typed === '' ? null : (
            <Suspense>
              <NoteHits key={typed} typed={typed} body={body} surface={surface} now={services.now} />
            </Suspense>
          )
        }
        below={({ record, editable }) => (
          <Suspense>
            <Attachments
              notebook={notebook}
              id={id}
              text={record?.text ?? ''}
              wire={record?.attachment ?? null}
              home={home}
              attaching={attaching}
              editable={editable}
            />
          </Suspense>
        )}
      />
    </EditorNeedsContext>
  );
};
