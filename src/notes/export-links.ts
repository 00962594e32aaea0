import { attachmentsIn } from './attachment-references.ts';

/**
 * The text of an exported note: its links to attachments lead to the exported files; all else is as it was, byte for byte.
 * `path`: the note's own, inside the export; `fileOf`: that of the file that a reference names, undefined where it was not exported.
 */
export function withExportedLinks(
  text: string,
  path: string,
  fileOf: (reference: string) => string | undefined,
): string {
  let written = '';
  let at = 0;
  for (const { reference, targetStart, targetEnd } of attachmentsIn(text)) {
    const file = fileOf(reference);
    if (file === undefined) continue;
    written += text.slice(at, targetStart) + relativeAddress(path, file);
    at = targetEnd;
  }
  return written + text.slice(at);
}

/** The way from one file of the export to another, encoded as far as Markdown and every reader of it want it. */
function relativeAddress(from: string, to: string): string {
  const up = '../'.repeat(from.split('/').length - 1);
  return up + to.split('/').map(encodeSegment).join('/');
}

function encodeSegment(segment: string): string {
  return encodeURIComponent(segment).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
