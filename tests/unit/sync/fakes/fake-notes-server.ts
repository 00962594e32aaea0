import type { NotesApi, Profile, Pulled, WireNote, Written } from '#src/aws/notes-api.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { succeeded } from '#src/notes/result.ts';
import type { FakeNetwork } from './fake-network.ts';

interface Item extends WireNote {
  readonly deleted: boolean;
  /** When it was last written, in the order of all writes. */
  readonly turn: number;
}

/** The notes of one person on AWS, in either profile, as NOTES-API describes them. */
export interface FakeNotesServer {
  /** The texts of the notes that are there. */
  texts(): ReadonlyMap<NoteId, string>;
  note(id: NoteId): WireNote | undefined;
  /** Puts a note as another client would; without a version, as an old one. */
  put(note: { readonly id: NoteId; readonly content: string; readonly attachment?: string | null }): void;
  delete(id: NoteId): void;
  /** All tombstones and cursors are too old by now. */
  forget(): void;
  /** The tutorial's list shows this many notes only, and is `bytes` long. */
  cutList(notes: number, bytes: number): void;
  /** The API as one device reaches it. */
  reachedBy(network: FakeNetwork): NotesApi;
}

export function createFakeNotesServer(profile: Profile, now: () => number, pageSize = 3): FakeNotesServer {
  const items = new Map<NoteId, Item>();
  let turns = 1;
  let oldestTurn = 0;
  let cut: { readonly notes: number; readonly bytes: number } | null = null;

  const live = (id: NoteId) => {
    const item = items.get(id);
    return item === undefined || item.deleted ? undefined : item;
  };
  const wire = ({ id, content, attachment, createdAt, updatedAt, version }: Item): WireNote => ({
    id,
    content,
    attachment,
    createdAt,
    updatedAt,
    version,
  });

  function write(id: NoteId, content: string, attachment: string | null, deleted = false): Item {
    turns += 1;
    const before = items.get(id);
    const versioned = profile === 'versioned';
    const item: Item = {
      id,
      content,
      attachment,
      createdAt: before?.createdAt ?? (versioned ? now() : null),
      updatedAt: versioned ? now() : null,
      version: versioned ? (before?.version ?? 0) + 1 : 0,
      deleted,
      turn: turns,
    };
    items.set(id, item);
    return item;
  }

  function erase(id: NoteId): void {
    if (profile === 'versioned') write(id, '', null, true);
    else items.delete(id);
  }

  function pull(since: string): Pulled {
    if (profile === 'tutorial') {
      const all = [...items.values()].sort((one, other) => (one.id < other.id ? -1 : 1)).map(wire);
      const notes = all.slice(0, cut?.notes ?? all.length);
      return { kind: 'whole list', notes, bytes: cut?.bytes ?? JSON.stringify(notes).length };
    }
    const from = Number(since);
    if (since !== '0' && from < oldestTurn) return { kind: 'reset' };
    const changed = [...items.values()].filter(({ turn }) => turn > from).sort((one, other) => one.turn - other.turn);
    const page = changed.slice(0, pageSize);
    return {
      kind: 'changes',
      notes: page.filter(({ deleted }) => !deleted).map(wire),
      deleted: page.filter(({ deleted }) => deleted).map(({ id, version }) => ({ id, version })),
      cursor: String(page.at(-1)?.turn ?? Math.max(from, turns)),
      more: changed.length > pageSize,
    };
  }

  const written = ({ version, updatedAt }: Item): Written => ({ kind: 'written', version, updatedAt });

  const conflict = (id: NoteId): Written => {
    const item = live(id);
    return item === undefined
      ? { kind: 'deleted elsewhere', version: items.get(id)?.version ?? 0 }
      : { kind: 'changed elsewhere', note: wire(item) };
  };

  function save({ id, content, attachment, version }: Parameters<NotesApi['write']>[0]): Written {
    if (profile === 'tutorial') return written(write(id, content, attachment));
    const item = items.get(id);
    if (item !== undefined && !item.deleted && item.content === content && item.attachment === attachment) {
      return written(item);
    }
    const fits = version === null ? item === undefined : version === (item?.version ?? 0);
    return fits ? written(write(id, content, attachment)) : conflict(id);
  }

  function remove(id: NoteId, version: number): Written {
    const item = items.get(id);
    if (profile === 'versioned' && item !== undefined && !item.deleted && item.version !== version) return conflict(id);
    if (item !== undefined && !item.deleted) erase(id);
    return { kind: 'written', version: items.get(id)?.version ?? 0, updatedAt: null };
  }

  return {
    texts: () => new Map([...items.values()].filter(({ deleted }) => !deleted).map(({ id, content }) => [id, content])),
    note(id) {
      const item = live(id);
      return item && wire(item);
    },
    put: ({ id, content, attachment = null }) => void write(id, content, attachment),
    delete: erase,
    forget() {
      for (const [id, { deleted }] of items) if (deleted) items.delete(id);
      turns += 1;
      oldestTurn = turns;
      for (const [id, item] of items) items.set(id, { ...item, turn: turns });
    },
    cutList(notes, bytes) {
      cut = { notes, bytes };
    },
    reachedBy: (network) => ({
      pull: (since) => network.carry('pull', since, () => succeeded(pull(since))),
      read: (id) =>
        network.carry('read', id, () => {
          const item = live(id);
          return succeeded(item === undefined ? null : wire(item));
        }),
      write: (note) => network.carry('write', note, () => succeeded(save(note))),
      remove: (id, version) => network.carry('remove', { id, version }, () => succeeded(remove(id, version))),
    }),
  };
}
