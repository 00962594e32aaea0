import type { AwsFailure } from '#src/aws/aws-failure.ts';
import { addAttachment, attachmentLink } from '#src/notes/attachment-references.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { replaceAttachment } from '#src/notes/replace-attachment.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import { wireKeys, wireValueFor } from '#src/notes/wire-attachment.ts';
import type { NoteRecord } from '#src/store/note-record.ts';
import type { StoreFailure } from '#src/store/note-store.ts';
import { type AttachDeps, raster, writeTaken } from './attach-files.ts';
import { cancelRow } from './cancel-row.ts';
import type { PickedFile, Undoable } from './notebook-files.ts';
import { takenBack, withAttachment } from './taken-back.ts';
import { takenIn } from './taken-files.ts';
import { timeToUndo } from './time-to-undo.ts';

/**
 * Puts a new file in the place of an attachment: in its links, and in the wire's attachment where that is the object. Text, row and bytes are
 * written together, as with any file; the old object goes as after a removal. `undo` puts it back, and the new one goes at once.
 */
export async function replaceByFile(
  id: NoteId,
  { key, picked }: { readonly key: string; readonly picked: PickedFile },
  deps: AttachDeps,
): Promise<Result<Undoable | { readonly refused: AwsFailure }, StoreFailure>> {
  const { store, home, edits, now } = deps;
  const taken = await takenIn(picked, deps);
  if ('refused' in taken) return succeeded({ refused: taken.refused });
  const { name, type } = taken;
  const by = { key: taken.key, name, picture: raster.test(type) };
  const link = attachmentLink({ key: by.key, identityId: home.identityId, name, inline: by.picture });
  const wire = wireValueFor(link, null, home);
  const act = { id, now: now(), home };

  let meant: readonly string[] = [key];
  let replacement: { readonly before: NoteRecord; readonly after: NoteRecord } | undefined;
  const replaced = (before: NoteRecord): NoteRecord => {
    const change = (text: string) => replaceAttachment(text, { key, identityId: home.identityId, by });
    const edited = edits.edited(before, { ...act, change });
    const named = before.attachment === null ? [] : wireKeys(before.attachment, home);
    if (!named.includes(key)) return edited;
    meant = named;
    return withAttachment(edited, { from: before, to: { attachment: wire } }, act.now);
  };
  // Where the old one has gone from the note meanwhile, the new one comes at the end.
  const added = (before: NoteRecord | undefined) =>
    edits.edited(before, { ...act, change: (text) => addAttachment(text, link) });
  const written = await writeTaken(
    [taken],
    id,
    (before) => {
      if (before === undefined) return added(before);
      const changed = replaced(before);
      const after = changed === before ? added(before) : changed;
      replacement = { before, after };
      return after;
    },
    deps,
  );
  if (!written.ok) return written;
  // Sooner than the store itself has promised.
  const discarded = await store.discard(meant, now() + timeToUndo);
  if (!discarded.ok) return discarded;

  return succeeded({
    async undo() {
      if (replacement === undefined) return succeeded(undefined);
      const { before, after } = replacement;
      const back = { home, edits, now: now() };
      const undone = await store.change([id], (record) => takenBack(record, { before, after }, back), 'writing');
      if (!undone.ok) return undone;
      const promised = await store.discard([by.key], now());
      if (!promised.ok) return promised;
      const cancelled = await cancelRow(await store.files(), by.key);
      return cancelled.ok ? succeeded(undefined) : cancelled;
    },
  });
}
