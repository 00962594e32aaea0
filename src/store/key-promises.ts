import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import { keysNamed } from '#src/notes/named-keys.ts';
import type { RecordChange } from './history.ts';
import type { NoteRecord } from './note-record.ts';
import type { DiscardedKey } from './note-store.ts';
import { objectKeysOf } from './record-facts.ts';

// What the change of a note's record means for the objects that it named or names (decision 20). Both stores ask here, in the transaction
// that writes the record, so that no crash comes in between. Times are in ms.

/** A name that goes may be on its way to another note, or be missed by a person, here or on another device. */
const untilLostGo = 24 * 60 * 60_000;
/** Another device that does not know of the name yet may be about to delete the object. */
const untilSought = 60_000;

/**
 * - `lost`: this record names the object no longer
 * - `back`: a person, here, named what the record did not; or it is named here though AWS is told so no longer
 * - `shown`: AWS showed the name
 */
interface Stake {
  readonly key: string;
  readonly as: 'lost' | 'back' | 'shown';
}

/** The objects that the change says something of. `coming`: those that come along with it. */
export function keysAtStake(
  { before, after, cause }: RecordChange,
  coming: readonly string[],
  home: AttachmentHome,
): readonly Stake[] {
  const namedBefore = new Set(before && objectKeysOf(before, home));
  const namedNow = new Set(after && objectKeysOf(after, home));
  const isConfirmedAsBefore = before?.base === after?.base;
  const confirmedBefore = isConfirmedAsBefore ? none : confirmedKeys(before, home);
  const confirmedNow = isConfirmedAsBefore ? none : confirmedKeys(after, home);
  const lost = [...namedBefore].filter((key) => !namedNow.has(key)).map((key): Stake => ({ key, as: 'lost' }));
  const found = (after === undefined ? [] : keysNamed(after, home)).flatMap((key): readonly Stake[] => {
    if (coming.includes(key)) return [];
    if (confirmedBefore.has(key) && !confirmedNow.has(key)) return [{ key, as: 'back' }];
    return namedBefore.has(key) ? [] : [{ key, as: cause === 'sync' ? 'shown' : 'back' }];
  });
  return [...lost, ...found];
}

/** What is promised of the object from now on; the same object: nothing else than before. */
export function promised({ key, as }: Stake, before: DiscardedKey | undefined, now: number): DiscardedKey | undefined {
  if (as === 'lost') {
    return before !== undefined && before.why === undefined
      ? before
      : { key, notBefore: now + untilLostGo, why: 'lost' };
  }
  return as === 'shown' && before === undefined ? before : { key, notBefore: now + untilSought, why: 'named' };
}

const none: ReadonlySet<string> = new Set();

/** What AWS has of the note names these. */
function confirmedKeys(record: NoteRecord | undefined, home: AttachmentHome): ReadonlySet<string> {
  const base = record?.base ?? null;
  return new Set(base === null || base.deleted === true ? [] : keysNamed(base, home));
}
