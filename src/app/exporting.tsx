import type { NoteId } from '#src/notes/note-id.ts';
import type { Connection, Notebook, SignedInUser } from '#src/services.ts';
import { ExportDialog } from './parts.ts';
import { useAttachmentHome } from './use-attachment-home.ts';

interface ExportingProps {
  readonly connection: Connection;
  readonly user: SignedInUser;
  readonly notebook: Notebook;
  readonly notes: 'all' | readonly NoteId[];
  readonly onClose: () => void;
}

/** The export dialog for the signed-in person. */
export const Exporting = ({ connection, user, ...dialog }: ExportingProps) => (
  <ExportDialog {...dialog} home={useAttachmentHome(connection, user)} />
);
