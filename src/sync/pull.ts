import type { NotesApi, Profile, Pulled, WireNote } from '#src/aws/notes-api.ts';
import type { AttachmentHome } from '#src/notes/attachment-home.ts';
import type { NoteId } from '#src/notes/note-id.ts';
import { failed, type Result, succeeded } from '#src/notes/result.ts';
import type { NoteStore, PullMark } from '#src/store/note-store.ts';
import { type Absent, askForAbsent } from './absent-notes.ts';
import { missing, pulled, pulledDeletion } from './note-transitions.ts';
import type { RoundFailure } from './round-failure.ts';
import type { SendAs } from './send-as.ts';

/** Brings what changed on AWS since `mark` to this device, and tells which profile the backend speaks. */
export type Pull = (mark: PullMark | undefined) => Promise<Result<Profile, RoundFailure>>;

type WholeList = Extract<Pulled, { kind: 'whole list' }>;
type Changes = Extract<Pulled, { kind: 'changes' }>;

const beginning = '0';
/** The tutorial's list is cut silently at 1 MB of items, which are a little smaller than their JSON. */
const maybeCutAtBytes = 900_000;
const askedBeyondTheCut = 40;

export function createPull(deps: {
  readonly store: NoteStore;
  readonly api: NotesApi;
  readonly sendAs: SendAs;
  readonly home: AttachmentHome;
  readonly now: () => number;
}): Pull {
  const { store, api, sendAs, home, now } = deps;
  let askedUpTo = '';

  const ask = (since: string) => sendAs(() => api.pull(since));

  const change = async (ids: readonly NoteId[], transition: Parameters<NoteStore['change']>[1]) =>
    ids.length === 0 ? succeeded([]) : store.change(ids, transition, 'sync');

  /** Takes notes and tombstones in, in one transaction. */
  function take(notes: readonly WireNote[], deleted: Changes['deleted'] = []) {
    const shown = new Map(notes.map((note) => [note.id, note]));
    const tombstones = new Map(deleted.map(({ id, version }) => [id, version]));
    return change([...new Set([...shown.keys(), ...tombstones.keys()])], (record, id) => {
      const note = shown.get(id);
      const tombstone = tombstones.get(id);
      if (tombstone !== undefined && tombstone > (note?.version ?? -1)) return pulledDeletion(record, tombstone, home);
      return note === undefined ? record : pulled(record, note, now(), home);
    });
  }

  async function takeAbsent({ found, gone }: Absent) {
    const taken = await take(found);
    return taken.ok ? change(gone, missing) : taken;
  }

  async function pullChanges(since: string, first: Changes): Promise<Result<Profile, RoundFailure>> {
    // From the beginning, what this device had before must show up again, or be asked for.
    const before = since === beginning ? await store.confirmed() : new Map<NoteId, number>();
    const unseen = new Set(before.keys());
    let page = first;
    for (;;) {
      const taken = await take(page.notes, page.deleted);
      if (!taken.ok) return taken;
      for (const { id } of [...page.notes, ...page.deleted]) unseen.delete(id);
      if (!page.more) break;
      if (before.size === 0) {
        const marked = await store.writePullMark({ profile: 'versioned', cursor: page.cursor, at: now() });
        if (!marked.ok) return marked;
      }
      const next = await ask(page.cursor);
      if (!next.ok) return next;
      if (next.value.kind !== 'changes' || next.value.cursor === page.cursor) return failed(endless);
      page = next.value;
    }
    const absent = await askForAbsent([...unseen], before.size, deps);
    if (!absent.ok) return absent;
    const taken = await takeAbsent(absent.value);
    if (!taken.ok) return taken;
    const marked = await store.writePullMark({ profile: 'versioned', cursor: page.cursor, at: now() });
    return marked.ok ? succeeded('versioned') : marked;
  }

  async function pullWholeList({ notes, bytes }: WholeList): Promise<Result<Profile, RoundFailure>> {
    const before = await store.confirmed();
    const listed = await take(notes);
    if (!listed.ok) return listed;
    const shown = new Set(notes.map(({ id }) => id));
    const unseen = [...before.keys()].filter((id) => !shown.has(id));
    const longList = bytes >= maybeCutAtBytes;
    const absent = await askForAbsent(longList ? someOf(unseen, notes) : unseen, before.size, deps);
    if (!absent.ok) return absent;
    const taken = await takeAbsent(absent.value);
    if (!taken.ok) return taken;
    const marked = await store.writePullMark({ profile: 'tutorial', at: now(), ...(longList && { longList }) });
    return marked.ok ? succeeded('tutorial') : marked;
  }

  /** Of a list that may be cut: all that are unseen before its end, and of those beyond it some each time, in turn. */
  function someOf(unseen: readonly NoteId[], notes: readonly WireNote[]): readonly NoteId[] {
    const end =
      notes
        .map(({ id }) => id)
        .sort()
        .at(-1) ?? '';
    const beyond = unseen.filter((id) => id > end && id > askedUpTo).sort();
    const asked = beyond.slice(0, askedBeyondTheCut);
    askedUpTo = asked.length < beyond.length ? (asked.at(-1) ?? '') : '';
    return [...unseen.filter((id) => id < end), ...asked];
  }

  return async function pull(mark) {
    let since = mark?.profile === 'versioned' ? mark.cursor : beginning;
    let answer = await ask(since);
    if (answer.ok && answer.value.kind === 'reset' && since !== beginning) {
      since = beginning;
      answer = await ask(since);
    }
    if (!answer.ok) return answer;
    if (answer.value.kind === 'reset') return failed(endless);
    return answer.value.kind === 'changes' ? pullChanges(since, answer.value) : pullWholeList(answer.value);
  };
}

const endless: RoundFailure = {
  kind: 'invalid',
  message: 'The list of changes on AWS leads nowhere, so nothing new was read. It is tried again soon.',
  details: 'GET /notes?since=… answered with a cursor that does not advance.',
};
