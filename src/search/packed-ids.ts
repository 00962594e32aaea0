import { type NoteId, parseNoteId } from '#src/notes/note-id.ts';

/** Ids as bytes, which go from a worker to the page without being copied, however many there are. */
export interface PackedIds {
  /** One behind the other, in UTF-8. */
  readonly letters: Uint8Array<ArrayBuffer>;
  /** Where each ends. */
  readonly ends: Uint32Array<ArrayBuffer>;
}

export function packIds(ids: readonly NoteId[]): PackedIds {
  const ends = new Uint32Array(ids.length);
  const letters = new TextEncoder().encode(ids.join(''));
  let end = 0;
  const isAscii = letters.length === ids.reduce((sum, id) => sum + id.length, 0);
  for (const [index, id] of ids.entries()) {
    end += isAscii ? id.length : new TextEncoder().encode(id).length;
    ends[index] = end;
  }
  return { letters, ends };
}

/** The ids that came in packs, one pack after the other; each is taken out when it is asked for. */
export function createNames() {
  const packs: { readonly from: number; readonly pack: PackedIds }[] = [];
  let count = 0;
  return {
    add(pack: PackedIds): void {
      packs.push({ from: count, pack });
      count += pack.ends.length;
    },
    /** undefined: there are not so many. */
    at(number: number): NoteId | undefined {
      const found = packs.findLast(({ from }) => from <= number);
      return found === undefined ? undefined : idAt(found.pack, number - found.from);
    },
  };
}

function idAt({ letters, ends }: PackedIds, index: number): NoteId | undefined {
  const end = ends[index];
  return end === undefined
    ? undefined
    : parseNoteId(new TextDecoder().decode(letters.subarray(ends[index - 1] ?? 0, end)));
}
