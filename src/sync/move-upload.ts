import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { renamedAttachment } from '#src/notes/attachment-references.ts';
import { newObjectKey } from '#src/notes/object-key.ts';
import { type Result, succeeded } from '#src/notes/result.ts';
import type { NoteStore, StoreFailure } from '#src/store/note-store.ts';
import type * as personEdits from '#src/store/person-edits.ts';
import { cancelRow } from './cancel-row.ts';
import { readable } from './readable.ts';
import { isLeaving } from './record-state.ts';

/**
 * A file that AWS did not take under the prefix of before, now that files go under another: it is to be sent there, and its note names it
 * there. False: it is none of those, and stays as it is.
 */
export async function moveUpload(
  key: string,
  deps: {
    readonly store: NoteStore;
    readonly home: AttachmentHome;
    readonly edits: Pick<typeof personEdits, 'edited'>;
    readonly now: () => number;
    readonly randomBytes: (length: number) => Uint8Array;
  },
): Promise<Result<boolean, StoreFailure>> {
  const { store, home, edits, now, randomBytes } = deps;
  const files = await store.files();
  const row = (await files.uploads()).find((one) => one.key === key);
  if (row?.problem?.failure.kind !== 'denied' || key.startsWith(home.prefix)) return succeeded(false);
  const bytes = await readable(await files.bytes(key));
  const ids = (await store.naming(key)).filter((record) => !isLeaving(record)).map(({ id }) => id);
  if (bytes === undefined || ids.length === 0) return succeeded(false);

  const moved = newObjectKey({ prefix: home.prefix, now: now(), randomBytes, name: row.name });
  const change = (text: string) => renamedAttachment(text, { from: key, to: moved, identityId: home.identityId });
  const changed = await store.change(
    ids,
    (record) => record && edits.edited(record, { id: record.id, change, now: now(), home }),
    'writing',
    [{ row: { ...row, key: moved, wish: 'send', multipart: null, problem: null }, bytes }],
  );
  if (!changed.ok) return changed;
  // What S3 may have of it under the other key is taken away as far as AWS lets us.
  const cancelled = await cancelRow(files, key);
  return cancelled.ok ? succeeded(true) : cancelled;
}
