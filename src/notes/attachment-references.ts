import { appendLine } from './append-line.ts';
import { cutOut } from './cut-out.ts';
import { escapeLinkText, unescapeLinkText } from './link-text.ts';
import { inlineSpans } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf, withBody } from './note-document.ts';
import { isSameObject, keyToReference, referenceToKey } from './object-reference.ts';

/** An attachment as a note's text names it: `![name](attachment:KEY)`, or without the `!`. */
export interface AttachmentReference {
  /** KEY as it stands there; `referenceToKey` makes the object's key of it. */
  readonly reference: string;
  /** The original file name. */
  readonly name: string;
  /** Written with a `!`: shown in the text. */
  readonly inline: boolean;
  /** Where the link stands in the text; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Where the link's target stands in the text, which is `attachment:KEY`. */
  readonly targetStart: number;
  readonly targetEnd: number;
}

const scheme = 'attachment:';

/** Every attachment that the text names, in their order, those in code left out. */
export function attachmentsIn(text: string): readonly AttachmentReference[] {
  if (!text.includes(`](${scheme}`)) return [];
  const found: AttachmentReference[] = [];
  for (const { start, end, kind } of markdownLines(text, text.length - bodyOf(text).length)) {
    if (kind !== 'text' && kind !== 'heading') continue;
    const line = text.slice(start, end);
    if (!line.includes(scheme)) continue;
    for (const span of inlineSpans(line)) {
      if (span.kind !== 'link' || !span.target.startsWith(scheme) || span.target === scheme) continue;
      found.push({
        reference: span.target.slice(scheme.length),
        name: unescapeLinkText(span.label),
        inline: span.image,
        start: start + span.start,
        end: start + span.end,
        targetStart: start + span.targetStart,
        targetEnd: start + span.targetStart + span.target.length,
      });
    }
  }
  return found;
}

/** The Markdown that names an object. `key`: the whole object key; `name`: the file's own, whatever it holds. */
export function attachmentLink(file: {
  readonly key: string;
  readonly identityId: string;
  readonly name: string;
  readonly inline: boolean;
}): string {
  const link = `[${escapeLinkText(file.name)}](${scheme}${keyToReference(file.key, file.identityId)})`;
  return file.inline ? `!${link}` : link;
}

/** The text with the link on a line of its own at the end. */
export function addAttachment(text: string, link: string): string {
  const beginsWithAttachment = (line: string): boolean => attachmentsIn(line).some(({ start }) => start === 0);
  return withBody(text, appendLine(bodyOf(text), link, beginsWithAttachment));
}

/** The text without any link to the object, however it is encoded; a line that held nothing else goes with it. */
export function removeAttachment(text: string, reference: string): string {
  return cutOut(
    text,
    attachmentsIn(text).filter((link) => isSameObject(link.reference, reference)),
  );
}

/** The text with each link to the object `from` leading to `to`; both are whole object keys. */
export function renamedAttachment(
  text: string,
  { from, to, identityId }: { readonly from: string; readonly to: string; readonly identityId: string },
): string {
  const target = scheme + keyToReference(to, identityId);
  return attachmentsIn(text)
    .filter(({ reference }) => referenceToKey(reference, identityId) === from)
    .reduceRight((all, { targetStart, targetEnd }) => all.slice(0, targetStart) + target + all.slice(targetEnd), text);
}
