import { lineEndOf } from './front-matter.ts';
import { escapeLinkText, unescapeLinkText } from './link-text.ts';
import { inlineSpans } from './markdown-inline.ts';
import { markdownLines } from './markdown-lines.ts';
import { bodyOf, withBody } from './note-document.ts';
import { isSameObject, keyToReference } from './object-reference.ts';

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
}

const scheme = 'attachment:';

/** Every attachment that the text names, in their order, those in code left out. */
export function attachmentsIn(text: string): readonly AttachmentReference[] {
  if (!text.includes(`](${scheme}`)) return [];
  const bodyStart = text.length - bodyOf(text).length;
  const found: AttachmentReference[] = [];
  for (const { start, end, kind } of markdownLines(text, bodyStart)) {
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

/** The text with the link on a line of its own at the end, outside of whatever the text leaves open. */
export function addAttachment(text: string, link: string): string {
  const body = bodyOf(text);
  const lineEnd = lineEndOf(text);
  const { lastLine, openFence } = endOf(body);
  let before = body === '' || body.endsWith('\n') ? body : body + lineEnd;
  if (openFence !== null) before += openFence + lineEnd;
  const followsAttachment = openFence === null && attachmentsIn(lastLine).some(({ start }) => start === 0);
  const needsBlank = openFence !== null || (lastLine.trim() !== '' && !followsAttachment);
  return withBody(text, before + (needsBlank ? lineEnd : '') + link + lineEnd);
}

/** The text without any link to the object; a line that held nothing else goes with it. */
export function removeAttachment(text: string, reference: string): string {
  const links = attachmentsIn(text).filter((link) => isSameObject(link.reference, reference));
  let kept = '';
  let at = 0;
  for (let index = 0; index < links.length; ) {
    const first = links[index]?.start ?? 0;
    const lineStart = text.lastIndexOf('\n', first - 1) + 1;
    const lineFeed = text.indexOf('\n', first);
    const lineEnd = lineFeed === -1 ? text.length : lineFeed + 1;
    let rest = '';
    let from = lineStart;
    for (let link = links[index]; link !== undefined && link.start < lineEnd; link = links[index]) {
      rest += text.slice(from, link.start);
      from = link.end;
      index += 1;
    }
    rest += text.slice(from, lineEnd);
    kept += text.slice(at, lineStart) + (rest.trim() === '' ? '' : rest);
    at = lineEnd;
  }
  if (at < text.length || links.length === 0) return kept + text.slice(at);
  return withoutLastBlankLine(kept);
}

function endOf(body: string): { readonly lastLine: string; readonly openFence: string | null } {
  const lines = markdownLines(body);
  let lastLine = '';
  for (let step = lines.next(); ; step = lines.next()) {
    if (step.done === true) return { lastLine, openFence: step.value };
    lastLine = body.slice(step.value.start, step.value.end);
  }
}

/** Undoes what `addAttachment` put before the link. */
function withoutLastBlankLine(text: string): string {
  for (const lineEnd of ['\r\n', '\n']) if (text.endsWith(lineEnd + lineEnd)) return text.slice(0, -lineEnd.length);
  return text;
}
