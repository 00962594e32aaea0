import type { AttachmentHome } from './attachment-home.ts';
import { linkedTitles } from './linked-titles.ts';
import { looksLikePicture, noteAttachments } from './note-attachments.ts';
import { isArchived, isPinned, trashedAt } from './note-document.ts';
import { type NoteId, noteIdTime } from './note-id.ts';
import type { NoteSummary } from './note-summary.ts';
import { tagsOf } from './tags.ts';
import { titleAndSnippet } from './title.ts';

/** What a summary is made of. `attachment` and `createdAt` (ms) are the wire's; a note without the latter shows its id's time. */
export interface Summarised {
  readonly id: NoteId;
  readonly text: string;
  readonly attachment: string | null;
  readonly createdAt: number | null;
  readonly changedAt: number;
  readonly state: NoteSummary['state'];
}

/** Where the first is broken or missing, a list shows the next one. */
const mostPictures = 3;

export function summarise(note: Summarised, home: AttachmentHome): NoteSummary {
  const trashed = trashedAt(note.text);
  const attachments = noteAttachments(note.text, note.attachment, home);
  const [picture, ...others] = attachments
    .filter(looksLikePicture)
    .slice(0, mostPictures)
    .flatMap(({ keys }) => keys);
  return {
    id: note.id,
    ...titleAndSnippet(note.text),
    tags: tagsOf(note.text),
    pinned: isPinned(note.text),
    archived: isArchived(note.text),
    trashedAt: trashed,
    attachments: attachments.length,
    picture: picture === undefined ? null : [picture, ...others],
    links: linkedTitles(note.text),
    createdAt: note.createdAt ?? noteIdTime(note.id) ?? note.changedAt,
    changedAt: trashed ?? note.changedAt,
    state: note.state,
  };
}
