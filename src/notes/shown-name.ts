import { cutToBytes } from './cut-to-bytes.ts';
import { wellFormed } from './well-formed.ts';
import { wireName } from './wire-attachment.ts';

/** As long as a file name may be on most disks; bytes of UTF-8. */
const longest = 255;
const longestExtension = 20;

/** Control characters, line ends, and what turns the direction of writing, so that `gnp.exe` would read as `exe.png`. */
const deceptive = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;
/** Something to be seen. */
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u;

/** A file's name as a person may read it: the original one, which may be any text, without what deceives. '': nothing can be seen of it. */
export function shownName(name: string): string {
  const shown = wellFormed(name).replace(deceptive, '').trim();
  return visible.test(shown) ? shown : '';
}

/**
 * The name that a download is to have: the shown one, without the folders that a file came in or that its name pretends to, and no longer
 * than disks take. Where nothing is left, the name in its key.
 */
export function downloadName(name: string, key: string): string {
  const last = (path: string) => shownName(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
  const whole = last(shownName(name)) || last(wireName(key)) || 'file';
  const dot = whole.lastIndexOf('.');
  const extension = dot > 0 && whole.length - dot <= longestExtension ? whole.slice(dot) : '';
  const room = longest - new TextEncoder().encode(extension).length;
  return /^\.+$/.test(whole) ? 'file' : cutToBytes(whole.slice(0, whole.length - extension.length), room) + extension;
}
