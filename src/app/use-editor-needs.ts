import { type RefObject, useMemo } from 'react';
import { useNavigate } from 'react-router-dom';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { noteByTitle } from '#src/notes/note-links.ts';
import { referenceToKey } from '#src/notes/object-reference.ts';
import { untitled } from '#src/notes/untitled.ts';
import type { EditorNeeds } from '#src/screens/editor/editor-needs.ts';
import { type AwsFailure, type Notebook, useServices } from '#src/services.ts';
import { useWords } from '#src/words/use-words.ts';

/**
 * What the editor asks of the notebook around it. `listSearch`: the query of the library's address, kept from note to note; `openPicture`: shows
 * the picture of an object key large, once there is what does.
 */
export const useEditorNeeds = (
  notebook: Notebook,
  home: AttachmentHome,
  listSearch: string,
  openPicture: RefObject<((key: string) => void) | null>,
): EditorNeeds => {
  const navigate = useNavigate();
  const words = useWords();
  const { now } = useServices();
  return useMemo(() => {
    /** Why the pictures of these references were not had the last time; null: they were. */
    const failures = new Map<string, AwsFailure | null>();
    const listed = () => notebook.list.get().notes;
    const open = (id: string) => void navigate({ pathname: `/notes/${id}`, search: listSearch });
    return {
      titles: () =>
        listed()
          .filter(({ title, trashedAt }) => trashedAt === null && title !== untitled)
          .map(({ title }) => title),
      tags: async () => (await import('#src/notes/tag-counts.ts')).commonestTags(listed()),
      onOpenTitle: (title) => {
        const known = noteByTitle(listed(), title);
        if (known !== undefined) return open(known.id);
        const id = notebook.newId();
        const make = async () => {
          const made = await notebook.write(id, { seen: '', text: title });
          if (made.ok) open(id);
        };
        void make();
      },
      picture: async (reference) => {
        const file = await notebook.files.picture([referenceToKey(reference, home.identityId)]);
        failures.set(reference, file.ok ? null : file.failure);
        if (!file.ok || file.value.kind !== 'picture') return null;
        const address = URL.createObjectURL(file.value.picture);
        return { address, release: () => URL.revokeObjectURL(address) };
      },
      onOpenPicture: (reference) => openPicture.current?.(referenceToKey(reference, home.identityId)),
      noPicture: (reference, put, again) => {
        const failure = failures.get(reference) ?? null;
        let end = () => {};
        let isOver = failure === null;
        const show = async () => {
          const { missingPicture } = await import('#src/screens/attachments/missing-picture.ts');
          if (isOver || failure === null) return;
          const onThere = () => {
            end();
            again();
          };
          const file = { files: notebook.files, keys: [referenceToKey(reference, home.identityId)] as const, failure };
          const { sign, stop } = missingPicture(file, { words, now: now(), onThere });
          end = () => {
            stop();
            sign.remove();
          };
          put(sign);
        };
        // Where the sign cannot be loaded there is none, as before.
        show().catch(() => undefined);
        return () => {
          isOver = true;
          end();
        };
      },
    };
  }, [notebook, home, listSearch, openPicture, words, now, navigate]);
};
