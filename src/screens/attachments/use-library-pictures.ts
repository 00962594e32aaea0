import { useEffect, useState } from 'react';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteSummary } from '#src/notes/note-summary.ts';
import { byPinnedThenChanged } from '#src/notes/order.ts';
import type { Notebook } from '#src/services.ts';
import { createBreather } from '#src/ui/breather.ts';
import { type AttachmentItem, attachmentItems } from './attachment-items.ts';

/** A picture, and the note that it is in. */
export interface LibraryPicture extends AttachmentItem {
  /** Of this picture in this note. */
  readonly id: string;
  readonly note: NoteSummary;
}

interface LibraryPictures {
  /** Those of the last changed note first, in their order in it. */
  readonly pictures: readonly LibraryPicture[];
  /** False while notes are still being read. */
  readonly complete: boolean;
}

/** What has been read of a notebook's notes, for whoever comes back to the page. */
export interface ReadPictures {
  readonly notes: Map<string, { readonly note: NoteSummary; readonly pictures: readonly LibraryPicture[] }>;
  shown: readonly LibraryPicture[];
}

/** Notes that are read at once: the page draws itself between any two lots. */
const together = 20;
/** How long what has been read waits to be shown with what comes next; ms. */
const pause = 250;

/** All pictures of all notes but those in the trash, kept up to date. Only notes that have any are read, each again when it has changed. `now` in ms. */
export const useLibraryPictures = (
  notebook: Notebook,
  home: AttachmentHome,
  now: () => number,
  kept: ReadPictures,
): LibraryPictures => {
  const [found, setFound] = useState<LibraryPictures>({ pictures: kept.shown, complete: false });
  useEffect(() => {
    const read = kept.notes;
    let ended = false;
    let running = false;
    let isNews = false;

    const readOne = async (note: NoteSummary) => {
      if (read.get(note.id)?.note === note) return;
      const record = await notebook.read(note.id);
      const items = record === undefined ? [] : attachmentItems(record.text, record.attachment, home);
      const pictures = items
        .filter(({ picture }) => picture)
        .map((item) => ({ ...item, id: `${note.id} ${item.keys[0]}`, note }));
      read.set(note.id, { note, pictures });
    };
    const round = async () => {
      isNews = false;
      const { notes, complete } = notebook.list.get();
      const wanted = notes
        .filter(({ picture, trashedAt }) => picture && trashedAt === null)
        .map((note) => ({ ...note, pinned: false, note }))
        .sort(byPinnedThenChanged)
        .map(({ note }) => note);
      const tell = (upTo: number) => {
        const pictures = wanted.slice(0, upTo).flatMap(({ id }) => read.get(id)?.pictures ?? []);
        kept.shown = pictures;
        setFound({ pictures, complete: complete && upTo >= wanted.length });
      };
      const breathe = createBreather(now);
      let told = now();
      for (let from = 0; from < wanted.length; from += together) {
        await Promise.all(wanted.slice(from, from + together).map(readOne));
        await breathe();
        if (ended) return;
        // What is shown already does not go while it is read again.
        if (now() - told < pause || from + together < read.size) continue;
        tell(from + together);
        told = now();
      }
      tell(wanted.length);
    };
    const look = async () => {
      isNews = true;
      if (running) return;
      running = true;
      try {
        while (isNews && !ended) await round();
      } catch {
        // The device's copy is closed or broken, of which the page tells.
      } finally {
        running = false;
      }
    };
    void look();
    const stop = notebook.list.subscribe(() => void look());
    return () => {
      ended = true;
      stop();
    };
  }, [notebook, home, now, kept]);
  return found;
};
