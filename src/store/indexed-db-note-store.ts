import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { Result } from '#src/notes/result.ts';
import type { ChangeChannel } from './change-channel.ts';
import type { NoteStore, StoreFailure } from './note-store.ts';
export function openIndexedDbNoteStore(deps: {
  readonly name: string;
  readonly home: AttachmentHome;
  readonly openChannel: (name: string) => ChangeChannel;
  readonly now: () => number;
  /** Called once when the database was closed or deleted under us, or another tab needs a newer form of it. */
  readonly onGone: (failure: StoreFailure) => void;
}): Promise<Result<NoteStore, StoreFailure>> {
  throw new Error(deps.name);
}
