import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { looksLikeMedia } from '#src/notes/media-type.ts';
import { looksLikePicture, noteAttachments } from '#src/notes/note-attachments.ts';
import { downloadName, shownName } from '#src/notes/shown-name.ts';

/** One attachment of a note, as it is shown. */
export interface AttachmentItem {
  readonly name: string;
  /** Where the object may be, the likeliest first; more than one only for what an old client has stored without a prefix. */
  readonly keys: readonly [string, ...string[]];
  /** Whether it is worth reading in order to show it. */
  readonly picture: boolean;
}

/** What can be had of the note's attachments. Pictures come first. */
export const attachmentItems = (text: string, wire: string | null, home: AttachmentHome): readonly AttachmentItem[] => {
  const all = noteAttachments(text, wire, home).flatMap((attachment) => {
    const [first, ...rest] = attachment.keys;
    if (first === undefined) return [];
    return [
      {
        name: shownName(attachment.name) || downloadName('', first),
        keys: [first, ...rest] as const,
        picture: looksLikePicture(attachment) && !looksLikeMedia(attachment.name),
      },
    ];
  });
  return [...all.filter((item) => item.picture), ...all.filter((item) => !item.picture)];
};
