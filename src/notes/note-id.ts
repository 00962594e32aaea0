declare const brand: unique symbol;

/** A note's id: a UUID of version 7 for notes born here, whatever the backend made (version 1 on the tutorial's) for others. */
export type NoteId = string & { readonly [brand]: true };

const longestId = 128;
// biome-ignore lint/suspicious/noControlCharactersInRegex: refusing them is the point
const unusable = /[\u0000-\u001f\u007f-\u009f/]/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[17][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;

/** Milliseconds between 1582-10-15, where UUIDs of version 1 begin to count, and 1970 (RFC 9562, section 5.1). */
const gregorianOffset = 12_219_292_800_000;
const ticksPerMillisecond = 10_000n;

/**
 * A new note's id: a UUID of version 7 (RFC 9562, section 5.7), so that ids sort by the time of birth.
 * `now` in ms since 1970. Ids of one millisecond are in no order.
 */
export function newNoteId(now: number, randomBytes: (length: number) => Uint8Array): NoteId {
  const random = Array.from(randomBytes(10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const time = Math.floor(now).toString(16).padStart(12, '0');
  const variant = ((Number.parseInt(random.slice(3, 4), 16) & 0b0011) | 0b1000).toString(16);
  const value = [
    time.slice(0, 8),
    time.slice(8, 12),
    `7${random.slice(0, 3)}`,
    `${variant}${random.slice(4, 7)}`,
    random.slice(7, 19),
  ].join('-');
  const id = parseNoteId(value);
  if (id === undefined) throw new Error(`not an id: ${value}`);
  return id;
}

/** Any string that can be a note's id on some backend: not empty, at most 128 characters, no control character and no slash. */
export function parseNoteId(value: string): NoteId | undefined {
  return isNoteId(value) ? value : undefined;
}

function isNoteId(value: string): value is NoteId {
  return value.length > 0 && value.length <= longestId && !unusable.test(value);
}

/** When the id was made, in ms since 1970, for UUIDs of version 7 and 1; undefined for any other id. */
export function noteIdTime(id: NoteId): number | undefined {
  if (!uuid.test(id)) return undefined;
  const digits = id.replaceAll('-', '');
  if (digits[12] === '7') return Number.parseInt(digits.slice(0, 12), 16);
  const ticks = BigInt(`0x${digits.slice(13, 16)}${digits.slice(8, 12)}${digits.slice(0, 8)}`);
  return Number(ticks / ticksPerMillisecond) - gregorianOffset;
}
