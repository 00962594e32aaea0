import { byteLength, cutToBytes } from './cut-to-bytes.ts';
import { wellFormed } from './well-formed.ts';

/** S3's limit for a key, in bytes of UTF-8. */
const longestKey = 1_024;
/** As long as a file name may be on most disks. */
const longestName = 255;
const longestExtension = 20;
const nameless = 'file';

// What S3 advises against or what means something in an address (docs: "Naming Amazon S3 objects"), control and direction characters.
const unsafe =
  /[\p{Cc}\p{Co}\p{Cn}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\\/{}^%`[\]"<>~#|?*:;&$@=+,']+/gu;

/**
 * A new object's key: `PREFIX{id}-{name}`. The id sorts by time and is made of `\w` characters alone, so that the tutorial's clients,
 * which cut `/^\w+-/`, show the right name; the name is the file's own as far as keys and addresses carry it, at most 1,024 bytes with
 * all before it. `prefix`: with the identity id filled in; `now`: ms.
 */
export function newObjectKey(file: {
  readonly prefix: string;
  readonly now: number;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly name: string;
}): string {
  const time = Math.floor(file.now).toString(36).padStart(9, '0');
  const random = Array.from(file.randomBytes(10), (byte) => (byte % 36).toString(36)).join('');
  const lead = `${file.prefix}${time}${random}-`;
  return lead + safeName(file.name, Math.min(longestName, longestKey - byteLength(lead)));
}

/** The name of a file as far as its key carries it. */
export const nameInKey = (name: string): string => safeName(name, longestName);

function safeName(name: string, longest: number): string {
  const safe = wellFormed(name)
    .normalize('NFC')
    .replace(/\s+/g, '_')
    .replace(unsafe, '_')
    .replace(/\.{2,}/g, '.');
  const dot = safe.lastIndexOf('.');
  const extension = dot > 0 && safe.length - dot <= longestExtension ? safe.slice(dot) : '';
  const stem = safe.slice(0, safe.length - extension.length);
  const cut = cutToBytes(stem, longest - byteLength(extension)) + extension;
  return /[\p{L}\p{N}]/u.test(cut) ? cut : nameless;
}

/** What is not there a day after it was named is hardly on its way any more; ms. */
const longestWay = 24 * 60 * 60_000;

/**
 * Whether an object that is not there may be on its way from another device: its key was made within the last day, by Satchel or by one of
 * the tutorial's clients (`{ms}-{name}`). A clock may be wrong by an hour. `now`: ms.
 */
export function likelyOnItsWay(key: string, now: number): boolean {
  const own = key.slice(key.lastIndexOf('/') + 1);
  const time = /^([0-9a-z]{9})[0-9a-z]{10}-/.exec(own)?.[1];
  const made = time === undefined ? Number(/(?:^|-)(\d{13})-/.exec(own)?.[1] ?? Number.NaN) : Number.parseInt(time, 36);
  return made > now - longestWay && made < now + 60 * 60_000;
}
