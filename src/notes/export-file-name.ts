import { byteLength, cutToBytes } from './cut-to-bytes.ts';
import { wellFormed } from './well-formed.ts';

/** A file's name in two parts, so that a number can stand between them. */
export interface FileName {
  readonly stem: string;
  /** With its dot; empty where there is none. */
  readonly extension: string;
}

/** Bytes of UTF-8; little enough for a number, an extension, and the folders that people put an export into. */
const longestStem = 120;
const longestExtension = 20;
/** UTF-16 units; what stands behind them would be cut anyway. */
const longestRead = 1_000;

// What Windows reserves (docs: "Naming Files, Paths, and Namespaces"), control characters, and what Unicode has not assigned.
const unsafe = /[<>:"/\\|?*\p{Cc}\p{Co}\p{Cn}\u2028\u2029]+/gu;
/** Characters without a width, most of which turn the direction of writing; the joiners inside words and emoji stay. */
const invisible = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]/gu;
/** The devices of DOS, which Windows finds in every folder, whatever the extension. */
const device = /^(?:con|prn|aux|nul|conin\$|conout\$|clock\$|(?:com|lpt)[0-9\u00b9\u00b2\u00b3])\s*(?:\.|$)/i;
const ends = /^[ .]+|[ .]+$/g;

/** The name of a note's file. */
export function noteFileName(title: string): FileName {
  return { stem: cutStem(safe(title) || 'Untitled', longestStem), extension: '.md' };
}

/** The name of an attachment's file: its own as far as disks take it, with the extension of its `key` where a person has taken it away. */
export function attachmentFileName(name: string, key: string): FileName {
  const whole = safe(name) || 'file';
  const own = extensionOf(whole);
  const given = extensionOf(safe(`x${extensionOf(key)}`));
  // A name like `.env`, which would be hidden on some systems, has lost its dot.
  const kept = ['', own.toLowerCase(), `.${whole.toLowerCase()}`].includes(given.toLowerCase());
  return {
    stem: cutStem(kept ? whole.slice(0, whole.length - own.length) : whole, longestStem),
    extension: kept ? own : given,
  };
}

/** The name with a number behind its stem, which gives way where it is too long for both. */
export function numbered({ stem, extension }: FileName, number: number): string {
  const suffix = ` (${number})`;
  return cutStem(stem, longestStem - suffix.length) + suffix + extension;
}

/** A name for Windows, macOS and Linux, and for whoever reads it; empty where nothing is left to be seen. */
function safe(name: string): string {
  const clean = wellFormed(name.slice(0, longestRead))
    .normalize('NFC')
    .replace(invisible, '')
    .replace(unsafe, ' ')
    .replace(/\s+/g, ' ')
    .replace(ends, '')
    .normalize('NFC');
  if (!/[\p{L}\p{N}\p{P}\p{S}]/u.test(clean)) return '';
  return device.test(clean) ? `_${clean}` : clean;
}

function cutStem(stem: string, longest: number): string {
  return cutToBytes(stem, longest).replace(ends, '');
}

function extensionOf(name: string): string {
  const last = name.slice(name.lastIndexOf('/') + 1);
  const dot = last.lastIndexOf('.');
  const extension = dot > 0 ? last.slice(dot) : '';
  return extension.length > 1 && byteLength(extension) <= longestExtension ? extension : '';
}
