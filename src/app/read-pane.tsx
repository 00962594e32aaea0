import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { withTask } from '#src/notes/tasks.ts';
import { download } from '#src/screens/attachments/download.ts';
import type { EditorNeeds } from '#src/screens/editor/editor-needs.ts';
import type { PaperText } from '#src/screens/reading/paper-text.ts';
import { ReadView } from '#src/screens/reading/read-view.tsx';
import type { Notebook, Services } from '#src/services.ts';
import { useToasts } from '#src/ui/toasts.tsx';
import { useWords } from '#src/words/use-words.ts';

interface ReadPaneProps {
  readonly services: Services;
  readonly notebook: Notebook;
  readonly home: AttachmentHome;
  readonly needs: EditorNeeds;
  readonly body: string;
  /** undefined: the note takes no changes. */
  readonly onBody: ((body: string) => void) | undefined;
  /** Told of the text as it reads; null: it is not there any more. */
  readonly onText: (text: PaperText | null) => void;
}

/** The open note as it reads: what is clicked there acts on the note, its attachments and other notes. */
export const ReadPane = ({ services, notebook, home, needs, body, onBody, onText }: ReadPaneProps) => {
  const { t, told } = useWords();
  const toasts = useToasts();
  const downloadReference = async (reference: string, name: string) => {
    const key = referenceToKey(reference, home.identityId);
    const result = await download(notebook.files, { name, keys: [key] });
    if (!result.ok) toasts.show({ message: t('{name}: {problem}', { name, problem: told(result.failure) }) });
  };
  return (
    <ReadView
      body={body}
      startWorker={services.startWorker}
      onTask={onBody === undefined ? undefined : (index, done, shown) => onBody(withTask(body, index, done, shown))}
      onOpenTitle={needs.onOpenTitle}
      onDownload={(reference, name) => void downloadReference(reference, name)}
      picture={needs.picture}
      onOpenPicture={needs.onOpenPicture}
      noPicture={needs.noPicture}
      onText={onText}
    />
  );
};
