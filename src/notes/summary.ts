import type { AttachmentHome } from './attachment-home.ts';
import { attachmentsIn } from './attachment-references.ts';
import { linkedTitles } from './linked-titles.ts';
import { isArchived, isPinned, trashedAt } from './note-document.ts';
import { type NoteId, noteIdTime } from './note-id.ts';
import type { NoteSummary } from './note-summary.ts';
import { referenceToKey } from './object-reference.ts';

import { tagsOf } from './tags.ts';
import { titleAndSnippet } from './title.ts';
import { isNamedIn } from './wire-attachment.ts';

/** What a summary is made of. `attachment` and `createdAt` (ms) are the wire's; a note without the latter shows its id's time. */
export interface Summarised {
  readonly id: NoteId;
  readonly text: string;
  readonly attachment: string | null;
  readonly createdAt: number | null;
  readonly changedAt: number;
  readonly state: NoteSummary['state'];
}

export function summarise(note: Summarised, home: AttachmentHome): NoteSummary {
  const keys = new Set(attachmentsIn(note.text).map(({ reference }) => referenceToKey(reference, home.identityId)));
  const fromWire = note.attachment !== null && !isNamedIn(note.text, note.attachment, home) ? 1 : 0;
  return {
    id: note.id,
    ...titleAndSnippet(note.text),
    tags: tagsOf(note.text),
    pinned: isPinned(note.text),
    archived: isArchived(note.text),
    trashedAt: trashedAt(note.text),
    attachments: keys.size + fromWire,
    links: linkedTitles(note.text),
    createdAt: note.createdAt ?? noteIdTime(note.id) ?? note.changedAt,
    changedAt: note.changedAt,
    state: note.state,
  };
}
